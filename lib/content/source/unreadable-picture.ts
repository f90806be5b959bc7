/** What sharp could not read and said with a plain Error, on several lines at times. */
export function unreadablePicture(cause: unknown): string {
  const reason = String(cause instanceof Error ? cause.message : cause).replaceAll(/\s+/g, " ");
  if (/pixel limit/i.test(reason)) return "has more than 268 million pixels; export it smaller, at best 1440 wide";
  return `cannot be read as a picture (${reason.trim()}); export it again as JPEG or PNG`;
}
