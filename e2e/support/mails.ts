import { expect } from "@playwright/test";
import PostalMime, { type Address } from "postal-mime";
import type { Inbox } from "../../scripts/inbox.ts";
import type { Site } from "./site.ts";

type OpenedMail = {
  /** Who the mail server was told to deliver it to. */
  recipients: string[];
  from: Address | undefined;
  replyTo: Address[];
  subject: string | undefined;
  /** By lower-case name. */
  headers: Map<string, string>;
  text: string;
  html: string;
  /** What is in the text files beside it. */
  attached: string;
  raw: string;
};

const ourHeaders = [
  "from",
  "to",
  "reply-to",
  "subject",
  "message-id",
  "references",
  "in-reply-to",
  "date",
  "mime-version",
  "content-type",
  "content-transfer-encoding",
  "x-lead-ref",
  "auto-submitted",
  "x-auto-response-suppress",
  "list-unsubscribe",
  "list-unsubscribe-post",
];

export function mailSettings(inbox: Pick<Inbox, "smtpPort">): Record<string, string> {
  return {
    SMTP_URL: `smtp://127.0.0.1:${inbox.smtpPort}`,
    MAIL_FROM: "DreamCode <hello@dreamcode.test>",
    LEADS_TO: "sales@dreamcode.test",
  };
}

/** The mails of one lead, the team's first, once nothing waits to be sent any more. */
export async function mailsAbout(ref: string, site: Site, inbox: Inbox): Promise<OpenedMail[]> {
  // Each mail is three transactions: where another journey copies a project at the same time, fifty of them take longer than the 10 seconds.
  await expect
    .poll(site.health, { message: "nothing waits to be sent", intervals: [50, 100, 200], timeout: 30_000 })
    .toMatchObject({ pending: 0 });
  // Hundreds came before it to the same inbox: those are not read.
  const mails = await Promise.all(inbox.messages.filter(({ raw }) => raw.includes(ref)).map(open));
  return mails
    .filter(({ headers }) => headers.get("x-lead-ref") === ref)
    .sort((a, b) => Number(isForTeam(b)) - Number(isForTeam(a)));
}

function isForTeam({ recipients }: OpenedMail): boolean {
  return recipients.includes("sales@dreamcode.test");
}

async function open({ raw, envelope }: Inbox["messages"][number]): Promise<OpenedMail> {
  const { from, replyTo = [], subject, headers, text = "", html = "", attachments } = await PostalMime.parse(raw);
  const files = attachments.flatMap(({ mimeType, content }) =>
    mimeType === "text/plain" && content instanceof ArrayBuffer ? [new TextDecoder().decode(content)] : [],
  );
  return {
    recipients: envelope.to,
    from,
    replyTo,
    subject,
    headers: new Map(headers.map(({ key, value }) => [key, value])),
    text,
    html,
    attached: files.join("\n"),
    raw,
  };
}

/** Only headers we mean to send, each once, and lines as RFC 5322 wants them. */
export function expectOrderly({ raw }: OpenedMail) {
  const [head = ""] = raw.split("\r\n\r\n");
  const names = head.split(/\r\n(?![ \t])/).map((line) => line.split(":")[0]?.toLowerCase());
  expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  expect(ourHeaders).toEqual(expect.arrayContaining(names));
  for (const line of raw.split("\r\n")) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
    expect(line).not.toMatch(/[\r\n]/);
  }
}
