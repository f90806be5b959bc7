import { randomUUID } from "node:crypto";
import PostalMime, { type Attachment, decodeWords, type Header } from "postal-mime";
import type { SMTPServerDataStream, SMTPServerEnvelope } from "smtp-server";

export type Message = {
  id: string;
  at: string;
  envelope: { from: string; to: string[] };
  subject: string;
  text: string | undefined;
  html: string | undefined;
  /** By lower-case name, with encoded words made readable; a header that occurs twice holds one line for each. */
  headers: Record<string, string>;
  raw: string;
};

export const largestMessageBytes = 10 * 1024 * 1024;

export async function readMessage(stream: SMTPServerDataStream, envelope: SMTPServerEnvelope): Promise<Message> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    if (!stream.sizeExceeded) chunks.push(chunk);
  }
  if (stream.sizeExceeded) throw Object.assign(new Error("Mail is larger than 10 MB"), { responseCode: 552 });

  const raw = Buffer.concat(chunks);
  const email = await PostalMime.parse(raw, { attachmentEncoding: "base64" });
  return {
    id: randomUUID(),
    at: new Date().toISOString(),
    envelope: {
      from: envelope.mailFrom ? envelope.mailFrom.address : "",
      to: envelope.rcptTo.map((recipient) => recipient.address),
    },
    subject: email.subject ?? "",
    text: email.text,
    html: email.html && withPictures(email.html, email.attachments),
    headers: headersByName(email.headers),
    raw: raw.toString("utf8"),
  };
}

/** The pictures that travel in the mail, put where its HTML part names them: a browser does not know `cid:`. */
function withPictures(html: string, attachments: Attachment[]): string {
  return attachments.reduce((shown, { contentId, mimeType, content }) => {
    const cid = contentId?.replace(/^<(.*)>$/, "$1");
    return cid ? shown.replaceAll(`cid:${cid}`, `data:${mimeType};base64,${content}`) : shown;
  }, html);
}

function headersByName(headers: Header[]): Record<string, string> {
  const named = Object.groupBy(headers, ({ key }) => key);
  return Object.fromEntries(
    Object.entries(named).map(([key, same = []]) => [key, same.map(({ value }) => decodeWords(value)).join("\n")]),
  );
}
