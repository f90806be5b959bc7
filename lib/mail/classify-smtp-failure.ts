import type { NodemailerError } from "nodemailer";

/**
 * What a failure of the conversation is about:
 * - `transient`: the moment; try again.
 * - `configuration`: us (password, sender, TLS, a block): every other mail would fail alike.
 * - `permanent`: this recipient.
 * - `content`: this message as it is written.
 * - `ambiguous`: nobody can say; the server may have taken the mail.
 */
export type SmtpFailure = "transient" | "configuration" | "permanent" | "content" | "ambiguous";

type Told = Pick<NodemailerError, "code" | "command" | "responseCode">;

/** `messageAskedFor`: the server's 354 was seen. Before it nothing can have arrived, and the error does not tell. */
export function classifySmtpFailure({ code, command, responseCode }: Told, messageAskedFor: boolean): SmtpFailure {
  if (responseCode === undefined && messageAskedFor) return "ambiguous";
  // Refused STARTTLS carries 500, which says nothing about the mail.
  if (code === "ETLS" || code === "ENOAUTH") return "configuration";
  if (responseCode === undefined) return "transient";
  if (responseCode < 500) return "transient";
  if (command === "RCPT TO") return "permanent";
  // Everything else that is refused for good is about us: the banner, the login, the sender.
  return code === "EMESSAGE" ? "content" : "configuration";
}
