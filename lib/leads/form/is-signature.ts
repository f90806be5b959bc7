/** Whether a text that came from outside has the form of what we sign links with. */
export function isSignature(text: unknown): text is string {
  return typeof text === "string" && /^[\w-]{43}$/.test(text);
}
