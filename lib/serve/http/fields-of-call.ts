/**
 * The fields in a call of a server action, under their own names. Earlier releases had such actions, and their script may
 * be open in somebody's browser: it sends each field with the number of its argument before the name.
 */
export function fieldsOfCall(data: Iterable<[string, FormDataEntryValue]>): FormData {
  const fields = new FormData();
  for (const [name, value] of data) if (typeof value === "string") fields.append(name.replace(/^_1_/, ""), value);
  return fields;
}
