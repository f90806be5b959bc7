/** What went wrong, fit for a log: messages are left out, because they may hold what a visitor typed. */
export function errorCode(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const { code, errcode, errstr } = cause as Error & { code?: unknown; errcode?: unknown; errstr?: unknown };
  const place = /^ {4}at .*$/m.exec(cause.stack ?? "")?.[0].trim();
  return [cause.name, code, errcode, errstr, place].filter((part) => part !== undefined).join(" ");
}
