/** Whether a text that came from outside could be the reference that a visitor knows. */
export function isLeadRef(text: unknown): text is string {
  return typeof text === "string" && /^[0-9A-Z]{4,8}$/.test(text);
}
