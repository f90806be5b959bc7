import { readSmtpUrl } from "./read-smtp-url.ts";

/** What a start says loudly when SMTP_URL asks for a way without TLS; undefined when all is well. */
export function clearTextWarning(url: string): string | undefined {
  const { host, hasLogin, isThisMachine, ignoresTls } = readSmtpUrl(url);
  if (!ignoresTls || isThisMachine) return undefined;
  const what = hasLogin ? "the password goes out in clear, and every mail" : "every mail goes out in clear";
  return `*** SMTP_URL SAYS ignoreTLS=true: ${what}, for anybody between here and ${host} to read. ***`;
}
