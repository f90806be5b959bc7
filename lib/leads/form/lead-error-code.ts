import type { FieldsLike } from "./fields.ts";
import type { FormName, forms } from "./forms.ts";

type Required = Exclude<FieldsLike<object>, FieldsLike<{ isOptional: true } | { holds: "zone" | "article" }>>;
type MissingIn<Form> = Form extends { missing: infer Missing } ? Missing[keyof Missing] : never;

/** Codes only: the sentences are in content/{locale}/messages.ts, under `leadErrors`. One without a sentence does not compile. */
export type LeadErrorCode =
  | `${Required}_missing`
  | MissingIn<(typeof forms)[FormName]>
  | `${FieldsLike<{ limit: number }>}_long`
  | `${FieldsLike<{ holds: "country" | "service" }>}_unknown`
  | "email_format"
  | "email_several";
