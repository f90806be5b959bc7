type Field = {
  /** A line or a text is typed; the rest is chosen, or comes with the page. */
  holds: "line" | "text" | "address" | "link" | "country" | "service" | "zone" | "slug" | "consent";
  /** The most characters (code points) of what is typed, after cleaning. */
  limit?: number;
  isOptional?: true;
  /** It says nothing of the person, and stays for the counts when a lead is erased. */
  isKept?: true;
};

/** All that forms ask for, in the order in which the team reads it. */
export const fields = {
  name: { holds: "line", limit: 200 },
  email: { holds: "address", limit: 254 },
  company: { holds: "line", limit: 200 },
  country: { holds: "country", isKept: true },
  phone: { holds: "line", limit: 60, isOptional: true },
  article: { holds: "slug" },
  opening: { holds: "slug" },
  cv: { holds: "link", limit: 500 },
  service: { holds: "service", isKept: true },
  team: { holds: "line", limit: 200, isOptional: true },
  start: { holds: "line", limit: 200, isOptional: true },
  zone: { holds: "zone" },
  message: { holds: "text", limit: 10_000 },
  consent: { holds: "consent" },
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof fields;

/** What each form asks for, in the order of its page. */
export const formFields = {
  contact: ["name", "email", "message", "consent"],
  inquiry: [
    ...(["name", "email", "company", "country", "phone", "service", "team", "start", "zone"] as const),
    ...(["message", "consent"] as const),
  ],
  newsletter: ["email", "consent"],
  reply: ["article", "name", "email", "message", "consent"],
  application: ["opening", "name", "email", "phone", "cv", "message", "consent"],
} as const satisfies Record<string, readonly FieldName[]>;

/** What of a form is stored with its lead: all but the consent, which is stored by itself. */
export const leadFieldNames = (Object.keys(fields) as FieldName[]).filter((name) => name !== "consent");

/** Those that `holds`, or any other key, tells apart. */
export type FieldsLike<Shape> = { [Name in FieldName]: (typeof fields)[Name] extends Shape ? Name : never }[FieldName];

/** What a form can do without, though others cannot. */
const optionalIn: Partial<Record<keyof typeof formFields, readonly FieldName[]>> = { application: ["message"] };

export function isOptionalIn(form: keyof typeof formFields, name: FieldName): boolean {
  return fieldOf(name).isOptional === true || (optionalIn[form]?.includes(name) ?? false);
}

export function fieldOf(name: FieldName): Field {
  return fields[name];
}
