import type { FormName } from "#lib/leads/form-name.ts";
import { formFields } from "#lib/leads/form-values.ts";

/** How React writes the second argument of a server action, our form: each field with the number of its argument. */
const prefix = "_1_";
const field = /^_1_([\w.-]{1,64})$/;

/**
 * The fields in a call of a server action, which is how a form that script sends arrives, under their own names. Files
 * and whatever else came with them are left behind.
 */
export function fieldsOfCall(data: Iterable<[string, FormDataEntryValue]>): FormData {
  const fields = new FormData();
  for (const [name, value] of data) {
    const own = field.exec(name)?.[1];
    if (own && typeof value === "string") fields.append(own, value);
  }
  return fields;
}

export function hasFieldsOf(form: FormName, data: FormData | URLSearchParams): boolean {
  return formFields[form].some((name) => data.has(name));
}

/** The call written anew, as React would: whatever else came in the body, which could make Next's decoder fail, is gone. */
export async function bodyOfCall(
  fields: Iterable<[string, FormDataEntryValue]>,
): Promise<{ type: string; bytes: Buffer }> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(prefix + name, value);
  body.append("0", JSON.stringify([{ status: "idle", values: {} }, "$K1"]));
  const written = new Response(body);
  return { type: written.headers.get("content-type") ?? "", bytes: Buffer.from(await written.arrayBuffer()) };
}
