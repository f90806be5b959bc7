import * as z from "zod/mini";
import { isTimeZone } from "#lib/hours/is-time-zone.ts";
import { countries } from "#lib/i18n/countries.ts";
import { cleanAddress, emailTrouble } from "./email-address.ts";
import { type FieldName, fieldOf, formFields, isOptionalIn } from "./fields.ts";
import type { FormName } from "./form-name.ts";
import { missingCodes } from "./lead-error-code.ts";
import { cleanLink, isLink } from "./link.ts";
import { normaliseLine, normaliseText } from "./normalise.ts";

/** The rules of a form. One schema for the browser and the server: the messages are codes, never sentences. */
export function formSchema(form: FormName, services: readonly string[]) {
  const codesOf: Partial<Record<FormName, Partial<Record<FieldName, string>>>> = missingCodes;
  const codes = codesOf[form] ?? {};
  const rules = formFields[form].map(
    (name) => [name, ruleOf(form, name, codes[name] ?? `${name}_missing`, services)] as const,
  );
  return z.object(Object.fromEntries(rules));
}

function ruleOf(
  form: FormName,
  name: FieldName,
  missing: string,
  services: readonly string[],
): z.ZodMiniType<string, string> {
  const { holds, limit = 0 } = fieldOf(name);
  switch (holds) {
    case "line":
    case "text": {
      const typed = text(holds === "line" ? normaliseLine : normaliseText, limit, `${name}_long`);
      return isOptionalIn(form, name) ? typed : typed.check(z.refine((value) => value !== "", missing));
    }
    case "address":
      return address;
    case "link":
      return text(cleanLink, limit, `${name}_long`).check(
        z.refine((value) => value !== "", { error: missing, abort: true }),
        z.refine(isLink, `${name}_format`),
      );
    case "country":
      return choice(countries, missing, `${name}_unknown`);
    case "service":
      return choice(services, missing, `${name}_unknown`);
    case "zone":
      return z.pipe(z.string(), z.transform(knownZone));
    case "slug":
      return z.pipe(z.string(), z.transform(plausibleSlug));
    case "consent":
      return z.literal("on", missing);
  }
}

const address = z.pipe(
  z.pipe(
    z.string(),
    z.transform((typed) => cleanAddress(typed.trim())),
  ),
  z.string().check(
    z.superRefine((address, context) => {
      const trouble = emailTrouble(address);
      if (trouble) context.addIssue({ code: "custom", message: trouble });
    }),
  ),
);

/** A hidden field that nobody typed is no reason to refuse a lead: what is no time zone is left out. */
function knownZone(value: string): string {
  return isTimeZone(value) ? value : "";
}

/** No reason to refuse a reply or an application either: what it is about may be gone while its page was open. */
function plausibleSlug(value: string): string {
  return /^[a-z0-9._-]{1,200}$/i.test(value) ? value : "";
}

// A letter may be typed as itself and its marks, and a line end as two characters. What is longer is not even cleaned.
const typedFor = 4;

function text(clean: (value: string) => string, max: number, long: string) {
  const trimmed = z.pipe(
    z.string(),
    z.transform((typed) => typed.trim()),
  );
  const bounded = z.string().check(z.maxLength(typedFor * max, long));
  return z.pipe(
    z.pipe(z.pipe(trimmed, bounded), z.transform(clean)),
    z.string().check(z.refine((value) => value.length <= max || [...value].length <= max, long)),
  );
}

function choice(options: readonly string[], missing: string, unknown: string) {
  return z.string().check(
    z.refine((value) => value !== "", { error: missing, abort: true }),
    z.refine((value) => options.includes(value), unknown),
  );
}
