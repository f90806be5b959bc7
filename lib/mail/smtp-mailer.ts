import nodemailer, { type NodemailerError, type SendMailOptions } from "nodemailer";
import { classifySmtpFailure } from "./classify-smtp-failure.ts";
import type { DeliveryOutcome } from "./delivery-outcome.ts";
import { headerText } from "./header-text.ts";
import type { Mail } from "./mail.ts";

export type Mailer = {
  /** Trouble of the conversation is an outcome. The signal cuts the conversation. */
  send(mail: Mail, signal: AbortSignal): Promise<DeliveryOutcome>;
};

const connectionTimeoutMs = 20_000;
const greetingTimeoutMs = 30_000;

/** Sends over SMTP, one connection a mail: a pool sends again by itself what was cut, and a receipt goes out once only. */
export function smtpMailer(url: string): Mailer {
  return {
    async send(mail, signal) {
      let messageAskedFor = false;
      const needsUtf8 = !isAscii(mail.to.slice(0, mail.to.lastIndexOf("@")));
      const untellable = new AbortController();
      const transport = nodemailer.createTransport({
        url,
        connectionTimeout: connectionTimeoutMs,
        greetingTimeout: greetingTimeoutMs,
        // socketTimeout stays at nodemailer's 10 minutes, which RFC 5321 4.5.3.2.6 gives the server after the final
        // dot: a shorter one makes duplicates.
        disableFileAccess: true,
        disableUrlAccess: true,
        // An error before the server's 354 looks the same as one after it. Only the transcript tells them apart.
        transactionLog: true,
        logger: {
          debug: (entry: { tnx?: string }, line: string) => {
            if (entry.tnx === "server" && line.startsWith("354")) messageAskedFor = true;
            // nodemailer says josé@… also to a server that does not know SMTPUTF8 (measured with 10.6.0).
            const isSender = entry.tnx === "client" && line.startsWith("MAIL FROM");
            if (isSender && needsUtf8 && !line.includes(" SMTPUTF8")) untellable.abort();
          },
        },
      });
      try {
        const { response } = await transport.sendMail({
          ...messageOf(mail),
          signal: AbortSignal.any([signal, untellable.signal]),
        });
        return { class: "sent", ...codesOf(undefined, response) };
      } catch (cause) {
        if (untellable.signal.aborted) return { class: "permanent", code: null, reply: "no SMTPUTF8" };
        const error = cause as NodemailerError;
        return { class: classifySmtpFailure(error, messageAskedFor), ...codesOf(error, error.response) };
      }
    },
  };
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

function messageOf(mail: Mail): SendMailOptions {
  return {
    messageId: mail.messageId,
    from: { name: headerText(mail.from.name), address: mail.from.address },
    // Objects, never strings: as a string, `A <a@b>, c@d` is two addresses.
    to: { name: "", address: mail.to },
    replyTo: mail.replyTo && { name: headerText(mail.replyTo.name), address: mail.replyTo.address },
    subject: headerText(mail.subject),
    headers: Object.fromEntries(Object.entries(mail.headers).map(([name, value]) => [name, headerText(value)])),
    text: mail.text,
    html: mail.html,
    attachments: mail.picture && [
      {
        cid: mail.picture.cid,
        content: mail.picture.png,
        filename: "tiles.png",
        contentType: "image/png",
        contentDisposition: "inline",
        contentTransferEncoding: "base64",
      },
    ],
    encoding: "quoted-printable",
  };
}

function codesOf(error: NodemailerError | undefined, response: string | undefined) {
  const [, code, enhanced] = /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3})\b)?/.exec(response ?? "") ?? [];
  const reply = [error?.code ?? error?.name, error?.command, code, enhanced].filter(Boolean).join(" ");
  return { code: code ? Number(code) : null, reply };
}
