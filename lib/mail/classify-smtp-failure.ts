import type { NodemailerError } from "nodemailer";
import type { SmtpServer } from "./read-smtp-url.ts";
import { tlsTrouble } from "./tls-trouble.ts";

/**
 * What a failure of the conversation is about:
 * - `transient`: the moment; try again.
 * - `configuration`: us (server, password, sender, TLS, a block): every other mail would fail alike.
 * - `permanent`: this recipient.
 * - `refused`: this recipient for now, by a rule or a limit that may be about us; try again.
 * - `content`: this message as it is written.
 * - `ambiguous`: nobody can say; the server may have taken the mail.
 */
export type SmtpFailure = "transient" | "configuration" | "permanent" | "refused" | "content" | "ambiguous";

type Told = Pick<NodemailerError, "code" | "command" | "response" | "responseCode" | "originalCode">;

/**
 * `messageAskedFor`: the server's 354 was seen. Before it nothing can have arrived, and the error does not tell.
 * `why` says what is wrong with our set-up, in words for the person who runs the site: nothing in it is secret, or comes
 * from the server or a visitor.
 */
export function classifySmtpFailure(
  told: Told,
  messageAskedFor: boolean,
  server: SmtpServer,
): { class: SmtpFailure; why?: string } {
  const { code, command, response, responseCode } = told;
  // A number that refuses nothing is no answer to a message (RFC 5321 4.2.1): whether it was taken, nobody can say.
  const isRefused = responseCode !== undefined && responseCode >= 400;
  if (!isRefused && messageAskedFor) return { class: "ambiguous" };
  // Service not available: the server is about to stop, whatever it was asked.
  if (responseCode === 421) return { class: "transient" };
  // Before the recipient is named, too: the next mail may be smaller.
  if (command === "MAIL FROM" && isOfSize(response)) return { class: "content" };
  const why = setUpTrouble(told, server);
  if (why) return { class: "configuration", why };
  if (responseCode === undefined || responseCode < 500) return { class: "transient" };
  if (command === "RCPT TO") return { class: !isByRule(response) && namesMailbox(response) ? "permanent" : "refused" };
  if (code === "EMESSAGE") return { class: afterMessage(response) };
  // Before the message: about its one recipient, a visitor perhaps, whose full mailbox may not stop all mail. Without a code
  // that names the mailbox it may be a rule, or the size.
  if (command === "DATA") return { class: isOfMailbox(response) ? "permanent" : "refused" };
  // Everything else that is refused for good is about us.
  return { class: "configuration", why: refusal(command, server) };
}

/** Many say only after the message that the day's quota is used up, and filters before a server that nobody has the address. */
function afterMessage(response = ""): SmtpFailure {
  if (isOfText(response)) return "content";
  const words = response.slice(0, 500);
  // Not 5.2.3, the size that a mailbox takes, nor the vague ones (RFC 3463 3.2 and 3.3).
  const isNamed = isOfMailbox(response) && /^\d{3}[ -]5\.(?:1\.(?:[1-6]|10)|2\.[124])(?!\d)/.test(words);
  const isDetailed = /^\d{3}[ -]\d\./.test(words);
  if (isNamed || (!isDetailed && unknownMailbox.test(words) && !isByRule(words) && !ofUs.test(words)))
    return "permanent";
  return isByRule(response) ? "refused" : "content";
}

/** Narrow: of what is wrong with a message, or with us, servers say "account" and "address" as well. */
const unknownMailbox =
  /\b(?:no such|unknown|invalid) (?:users?|mailbox|recipient)\b|\b(?:user|mailbox|recipient)\b.{0,20}\b(?:unknown|not found|does(?:n['’]t| not) exist|does(?:n['’]t| not) have an? \S+ account)\b/i;

const ofUs = /\b(?:send(?:er|ing)?|from|your|credits?|permission|header)\b/i;

/** RFC 1870 6.1 and RFC 3463 3.4: the size that was declared. Mail systems that are full say 452. */
function isOfSize(response = ""): boolean {
  return /^552(?![ -]\d\.)|^5\d\d[ -]5\.3\.4\b/.test(response);
}

/**
 * Whether no mailbox is to blame: "relay access denied", "client host blocked" and "daily quota exceeded" are said of every
 * recipient, until somebody mends it. RFC 3463 2: of a code like 5.7.1 the second number says what it is about.
 */
function isByRule(response = ""): boolean {
  // RFC 7504: a host that takes no mail, whoever it is for.
  if (/^521\b/.test(response)) return true;
  // RFC 4954 6: it wants a login, which is about us, or about whom it takes mail for without one.
  if (/^530\b/.test(response)) return true;
  const isDetailed = /^\d{3}[ -]\d\.[1-9]\d{0,2}\.\d/.test(response);
  return isDetailed ? !isOfMailbox(response) : rules.test(response.slice(0, 500));
}

/**
 * A server that takes no mail of ours for visitors says so in any words and in any language, and it is no visitor's
 * fault: only one that speaks of the mailbox says that an address is wrong. 500 to 504 are about the conversation
 * (RFC 5321 4.2.1).
 */
function namesMailbox(response = ""): boolean {
  if (/^50[0-4]\b/.test(response)) return false;
  return isOfMailbox(response) || mailboxWords.test(response.slice(0, 500));
}

const mailboxWords =
  /\b(?:users?|usuario|mailbox(?:es)?|buz[oó]n|recipients?|destinatario|addressee|addresse?s?|direcci[oó]n|inbox|no such|account|cuenta|local.?part|unrouteable)\b|\bRCPT\b.*\bunknown\b/i;

/**
 * Codes beyond those that are registered are a provider's own: 5.2.252 is about the sender, 5.1.90 about the day's limit. The
 * vague ones mean the sender as well, and how much is sent.
 */
function isOfMailbox(response = ""): boolean {
  if (/^\d{3}[ -]\d\.(?:1\.(?:[1-6]|10)|2\.[2-4])(?!\d)/.test(response)) return true;
  const isVague = /^\d{3}[ -]\d\.(?:1\.0|2\.[01])(?!\d)/.test(response);
  return isVague && !/\bsend|submission|\brate\b|quickly/i.test(response.slice(0, 500));
}

/** Whether what is written in the message is to blame. The pages that servers name are none of it: …/fwlink/, spamhaus.org. */
function isOfText(response = ""): boolean {
  const words = response.slice(0, 500).replaceAll(/\bhttps?:\S+/gi, "");
  // Exchange Online's codes for accounts and networks that it blocks, often "for spam".
  if (/^\d{3}[ -]5\.7\.[57]\d\d\b/.test(words)) return false;
  return /^\d{3}[ -]\d\.6\./.test(words) || textTrouble.test(words);
}

const rules =
  /relay|block|black|listed|spam|reputation|policy|quota|limit|exceed|too many|authenti|denied|permitted|verif|allowed|\bsend|signature|paus|suspend|disabled|account (?:is|has been) (?:closed|locked)|accepting|prohibit|unauthor|\bspf\b|dkim|dmarc|reverse|\bptr\b|rdns|badmailfrom|banned|\brate\b|\bIP\b/i;

const textTrouble = /\b(spam|content|virus|malware|phishing|urls?|links?|attachments?)\b/i;

function setUpTrouble({ code, command, responseCode, originalCode }: Told, server: SmtpServer): string | undefined {
  const { host, port } = server;
  const isFinal = responseCode !== undefined && responseCode >= 500;
  switch (code) {
    case "EDNS":
      // EAI_AGAIN and the like: no name server answered, which is of the moment.
      return originalCode === "ENOTFOUND" ? `there is no host of the name ${host}` : undefined;
    case "ESOCKET":
      // What smtps:// is wrong about has words of its own.
      return originalCode === "ERR_SSL_WRONG_VERSION_NUMBER" && server.usesTls
        ? `port ${port} of ${host} does not speak TLS: smtps:// is for port 465, smtp:// for 587`
        : tlsTrouble(originalCode, host);
    case "ETLS":
      return noTls(server);
    case "ECONNECTION":
      // A server that knows no EHLO knows no STARTTLS.
      return command === "EHLO" && isFinal ? noTls(server) : undefined;
    case "EPROTOCOL":
      return responseCode === undefined ? `what answers on port ${port} of ${host} is not a mail server` : undefined;
    case "ENOAUTH":
    case "EAUTH":
      return isFinal || responseCode === undefined ? loginTrouble(responseCode, server) : undefined;
  }
  // Of a recipient some say it instead of "relay denied": a visitor's own address may not stop all mail.
  if (responseCode === 530 && command !== "RCPT TO") return `${host} wants a login, or TLS, before it takes mail`;
  return undefined;
}

function noTls({ host, needsTls, tokenUser }: SmtpServer): string {
  if (tokenUser !== undefined) return `${host} offers no TLS, so the token was not sent. Try smtps://`;
  return needsTls
    ? `${host} offers no TLS, so the password was not sent. Try smtps://; a server without any TLS needs ?ignoreTLS=true`
    : `${host} offers TLS and then refuses it. Try smtps://`;
}

function loginTrouble(responseCode: number | undefined, { host, tokenUser }: SmtpServer): string {
  // Syntax error, not implemented, wrong sequence, unknown mechanism: nothing was said about the password itself.
  const isUnknown = responseCode !== undefined && responseCode <= 504;
  if (tokenUser !== undefined) {
    return isUnknown
      ? `${host} knows no login with OAuth 2 (XOAUTH2)`
      : `${host} refuses the token of OAuth 2: the user of SMTP_URL is no mailbox that this client may send from`;
  }
  return isUnknown
    ? `${host} knows no login with user and password`
    : `${host} refuses the user and password of SMTP_URL`;
}

function refusal(command: string | undefined, { host }: SmtpServer): string {
  if (command === "MAIL FROM") return `${host} refuses MAIL_FROM as the sender`;
  return `${host} refuses to take mail from this machine`;
}
