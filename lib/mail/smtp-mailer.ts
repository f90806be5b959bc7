import { once } from "node:events";
import nodemailer, { type MailMessage, type NodemailerError, type SendMailOptions, type Transporter } from "nodemailer";
import { encodeWord } from "nodemailer/lib/mime-funcs";
import { classifySmtpFailure } from "./classify-smtp-failure.ts";
import type { DeliveryOutcome } from "./delivery-outcome.ts";
import { headerText } from "./header-text.ts";
import type { Mail, MailAddress } from "./mail.ts";
import { noUtf8 } from "./no-utf8.ts";
import { type OAuthClient, type OAuthTokens, oauthTokens } from "./oauth-tokens.ts";
import { readSmtpUrl, type SmtpServer } from "./read-smtp-url.ts";
import { speaksTls } from "./speaks-tls.ts";

type Attachment = NonNullable<SendMailOptions["attachments"]>[number];

export type Mailer = {
  /**
   * Trouble of the conversation is an outcome. The signal cuts the conversation. `replyMs`: how long the server may take for
   * each reply until it asks for the message: nothing can have arrived by then.
   */
  send(mail: Mail, signal: AbortSignal, replyMs?: number): Promise<DeliveryOutcome>;
};

export type SmtpMailer = Mailer & {
  /** Connects and logs in, and sends nothing. Undefined when that goes well. */
  logIn(signal: AbortSignal): Promise<DeliveryOutcome | undefined>;
};

const connectionTimeoutMs = 20_000;
const greetingTimeoutMs = 30_000;
/** What RFC 5321 4.5.3.2 gives a server for MAIL and RCPT at the least. */
const longestReplyMs = 5 * 60_000;
const commands = /^(EHLO|HELO|STARTTLS|AUTH|MAIL FROM|RCPT TO|DATA)\b/;
const envelope = ["MAIL FROM", "RCPT TO", "DATA"];
/** As nodemailer's own. RFC 2047 allows 75. */
const encodedWordLength = 52;

/** Where mail goes, and who we are there. */
export type SmtpAccount = {
  url: string;
  /** Unset: the login, if there is one, is in the address. */
  oauth: OAuthClient | undefined;
};

type Converse = (token?: string) => Promise<DeliveryOutcome>;

/** Sends over SMTP, one connection a mail: a pool sends again by itself what was cut, and a receipt goes out once only. */
export function smtpMailer({ url, oauth }: SmtpAccount): SmtpMailer {
  const server = readSmtpUrl(url);
  const tokens = oauth && oauthTokens(oauth);
  const converse = (mail: Mail | undefined, signal: AbortSignal, replyMs: number) => {
    const say: Converse = (token) => conversation(server, token, mail, signal, replyMs);
    return tokens ? withToken(tokens, say, signal) : say();
  };
  return {
    send: (mail, signal, replyMs = longestReplyMs) => converse(mail, signal, replyMs),
    async logIn(signal) {
      const outcome = await converse(undefined, signal, longestReplyMs);
      return outcome.class === "sent" ? undefined : outcome;
    },
  };
}

/** A token may be refused before its time: another one is asked for, once. */
async function withToken(tokens: OAuthTokens, converse: Converse, signal: AbortSignal): Promise<DeliveryOutcome> {
  const { token, failure } = await tokens.get(signal);
  if (failure) return failure;
  const outcome = await converse(token);
  if (outcome.code !== 535) return outcome;
  tokens.drop(token);
  const again = await tokens.get(signal);
  return again.failure ?? (await converse(again.token));
}

async function conversation(
  server: SmtpServer,
  token: string | undefined,
  /** Undefined: it ends after the login. */
  mail: Mail | undefined,
  signal: AbortSignal,
  replyMs: number,
): Promise<DeliveryOutcome> {
  const heard = { asked: "CONN", greeting: false, messageAskedFor: false, ofEnvelope: [] as string[] };
  const needsUtf8 = mail !== undefined && !isAscii(mail.to.slice(0, mail.to.lastIndexOf("@")));
  const untellable = new AbortController();
  const broken = new AbortController();
  let silence: NodeJS.Timeout | undefined;
  const transport = nodemailer.createTransport({
    url: server.url,
    requireTLS: server.needsTls,
    ignoreTLS: server.ignoresTls,
    // Also where NODE_TLS_REJECT_UNAUTHORIZED is 0.
    tls: { rejectUnauthorized: true },
    // Otherwise nodemailer leaves the login out where the server offers none, and each recipient is refused for good.
    forceAuth: server.hasLogin,
    ...(token !== undefined && { auth: { type: "OAuth2" as const, user: server.tokenUser ?? "", accessToken: token } }),
    connectionTimeout: connectionTimeoutMs,
    greetingTimeout: greetingTimeoutMs,
    // socketTimeout stays at nodemailer's 10 minutes, which RFC 5321 4.5.3.2.6 gives the server after the final
    // dot: a shorter one makes duplicates. Before that `replyMs` counts.
    disableFileAccess: true,
    disableUrlAccess: true,
    // An error before the server asks for the message looks the same as one after it. Only the transcript tells them apart.
    transactionLog: true,
    logger: {
      debug: (entry: { tnx?: string }, line: string) => {
        if (entry.tnx === "server") {
          heard.greeting = true;
          if (envelope.includes(heard.asked)) heard.ofEnvelope.push(line);
          heard.messageAskedFor ||= asksForMessage(heard.ofEnvelope);
          // nodemailer asks for all three at once, and then sends an empty message, which such a server waits on.
          const refusal = heard.messageAskedFor && refusalAmong(heard.ofEnvelope);
          if (refusal) broken.abort(refusal);
        }
        if (entry.tnx === "server" || entry.tnx === "client") {
          clearTimeout(silence);
          if (!heard.messageAskedFor) silence = setTimeout(() => broken.abort(silentAt(heard)), replyMs).unref();
        }
        // nodemailer says josé@… also to a server that does not know SMTPUTF8 (measured with 10.6.0).
        if (entry.tnx === "client") heard.asked = commands.exec(line)?.[0] ?? heard.asked;
        const isSender = entry.tnx === "client" && line.startsWith("MAIL FROM");
        if (isSender && needsUtf8 && !line.includes(" SMTPUTF8")) untellable.abort();
      },
    },
  });
  transport.use("stream", unquoteEncodedNames);
  try {
    const limits = AbortSignal.any([signal, untellable.signal, broken.signal]);
    const { response = undefined } = mail
      ? await transport.sendMail({ ...messageOf(mail), signal: limits })
      : await logInAlone(transport, limits);
    return { class: "sent", ...codesOf(undefined, response) };
  } catch (cause) {
    if (untellable.signal.aborted) return { class: "permanent", code: null, reply: noUtf8 };
    const error: NodemailerError = broken.signal.aborted ? broken.signal.reason : cause;
    // Servers that offer SMTPUTF8 and have no way on for it say so to MAIL FROM (RFC 6531 3.5): that is about this recipient.
    if (needsUtf8 && error.command === "MAIL FROM" && /^5/.test(error.response ?? "")) {
      return { class: "permanent", ...codesOf(error, error.response) };
    }
    const codes = codesOf(error, error.response);
    const { class: failure, why } = await failureOf(error, heard, server, signal);
    return { class: failure, ...codes, ...(why && { reply: `${codes.reply}: ${why}` }) };
  } finally {
    clearTimeout(silence);
  }
}

/** nodemailer hears no signal there. */
async function logInAlone(transport: Transporter, signal: AbortSignal): Promise<{ response?: undefined }> {
  signal.throwIfAborted();
  const cut = once(signal, "abort").then(() => Promise.reject(signal.reason));
  await Promise.race([transport.verify(), cut]);
  return {};
}

/** nodemailer asks for sender, recipient and message at once, of servers that know how to be asked so. */
function silentAt({ asked, ofEnvelope }: { asked: string; ofEnvelope: string[] }): Partial<NodemailerError> {
  const command = envelope.includes(asked) ? (envelope[ofEnvelope.length] ?? "DATA") : asked;
  return { code: "ETIMEDOUT", command };
}

/** The third reply is to DATA. 354 is right; nodemailer takes 250 as well, which some servers say. */
function asksForMessage([, , reply = ""]: string[]): boolean {
  return /^[23]/.test(reply);
}

/** The sender or the recipient was refused, and the message asked for all the same (against RFC 2920 3.1). */
function refusalAmong([sender = "", recipient = ""]: string[]): Partial<NodemailerError> | undefined {
  const [response, command] = isRefusal(sender) ? [sender, "MAIL FROM"] : [recipient, "RCPT TO"];
  if (!isRefusal(response)) return undefined;
  return { code: "EENVELOPE", command, response, responseCode: Number(response.slice(0, 3)) };
}

function isRefusal(reply: string): boolean {
  return /^[45]\d\d/.test(reply);
}

/**
 * nodemailer takes a name that is already encoded for text, and puts it between quotes, where no reader has to decode
 * it. Nothing that somebody typed stands in such quotes: it would have been encoded.
 */
function unquoteEncodedNames({ message }: MailMessage, done: () => void) {
  const encode = message.encodeHeaderValue.bind(message);
  message.encodeHeaderValue = (key, value) => encode(key, value).replace(/"(=\?[^"]*\?=)"/, "$1");
  done();
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

function messageOf(mail: Mail): SendMailOptions {
  return {
    messageId: mail.messageId,
    from: addressOf(mail.from),
    // Objects, never strings: as a string, `A <a@b>, c@d` is two addresses.
    to: { name: "", address: mail.to },
    replyTo: mail.replyTo && addressOf(mail.replyTo),
    subject: onTheWire(mail.subject),
    headers: Object.fromEntries(Object.entries(mail.headers).map(([name, value]) => [name, onTheWire(value)])),
    // As another header it would become one encoded word, being long.
    ...(mail.leaveBy && { list: { unsubscribe: [mail.leaveBy] } }),
    text: mail.text,
    html: mail.html,
    attachments: [...pictureOf(mail), ...attachmentOf(mail)],
    encoding: "quoted-printable",
  };
}

function pictureOf({ picture }: Mail): Attachment[] {
  if (!picture) return [];
  return [
    {
      cid: picture.cid,
      content: picture.png,
      filename: "tiles.png",
      contentType: "image/png",
      contentDisposition: "inline",
      contentTransferEncoding: "base64",
    },
  ];
}

function attachmentOf({ attachment }: Mail): Attachment[] {
  if (!attachment) return [];
  const { filename, type, text } = attachment;
  const contentType = `${type}; charset=utf-8`;
  // As it is, with the line ends that a calendar file has.
  const contentTransferEncoding = "base64";
  return [{ filename, content: text, contentType, contentDisposition: "attachment", contentTransferEncoding }];
}

function addressOf({ name, address }: MailAddress): MailAddress {
  return { name: onTheWire(name), address };
}

/**
 * nodemailer lets `=?UTF-8?B?…?=` through as it is, and the reader's program decodes it: into line breaks, bidi overrides
 * or another name. So we encode it ourselves, and it is decoded into what was typed.
 */
function onTheWire(text: string): string {
  const line = headerText(text);
  return line.includes("=?") ? encodeWord(line, "Q", encodedWordLength) : line;
}

async function failureOf(
  error: NodemailerError,
  heard: { greeting: boolean; messageAskedFor: boolean },
  server: SmtpServer,
  signal: AbortSignal,
): Promise<ReturnType<typeof classifySmtpFailure>> {
  const isSilent = !heard.greeting && (error.timeoutType === "GREETING_TIMEOUT" || error.code === "ECONNECTION");
  // A port for TLS waits for us to begin, which looks like a server that is overloaded.
  if (isSilent && !server.usesTls && (await speaksTls(server, signal))) {
    return {
      class: "configuration",
      why: `port ${server.port} of ${server.host} begins with TLS, so it needs smtps://`,
    };
  }
  return classifySmtpFailure(error, heard.messageAskedFor, server);
}

function codesOf(error: NodemailerError | undefined, response: string | undefined) {
  const [, code, enhanced] = /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3})\b)?/.exec(response ?? "") ?? [];
  const reply = [error?.code ?? error?.name, error?.command, code, enhanced].filter(Boolean).join(" ");
  return { code: code ? Number(code) : null, reply };
}
