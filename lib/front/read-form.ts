import type { IncomingMessage } from "node:http";

/** Most bytes of a posted form. Fields have their own limits, and a text far over its limit still comes back in the page. */
export const maxFormBytes = 1024 * 1024;
const maxFields = 64;

export type PostedForm =
  | { ok: true; data: FormData | URLSearchParams }
  | { ok: false; trouble: "too-large" | "unreadable" | "unsupported" };

/** Reads an urlencoded or multipart body. Nothing over the cap is kept in memory, and nothing it holds can throw. */
export async function readForm(request: IncomingMessage): Promise<PostedForm> {
  const body = await readBody(request);
  if (!body) return { ok: false, trouble: "too-large" };
  if (body.length === 0) return { ok: true, data: new URLSearchParams() };

  const type = request.headers["content-type"] ?? "";
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return readUrlencoded(body);
  if (/^multipart\/form-data\b/i.test(type)) return readMultipart(body, type);
  return { ok: false, trouble: "unsupported" };
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    // The rest is read and dropped: an answer that comes while the browser still sends is lost to it.
    if (length <= maxFormBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length <= maxFormBytes ? Buffer.concat(chunks) : undefined;
}

function readUrlencoded(body: Buffer): PostedForm {
  if (count(body, "&") >= maxFields) return { ok: false, trouble: "unreadable" };
  return { ok: true, data: new URLSearchParams(body.toString("utf8")) };
}

async function readMultipart(body: Buffer, type: string): Promise<PostedForm> {
  // Counted before parsing, so that ten thousand parts cost a search and not ten thousand objects.
  if (count(body, "\r\nContent-Disposition:") > maxFields) return { ok: false, trouble: "unreadable" };
  try {
    return {
      ok: true,
      data: await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData(),
    };
  } catch (error) {
    // A boundary that is missing or wrong, a part that was cut off: fetch's parser says all of them with a TypeError.
    if (error instanceof TypeError) return { ok: false, trouble: "unreadable" };
    throw error;
  }
}

function count(body: Buffer, text: string): number {
  let found = 0;
  for (let at = body.indexOf(text); at !== -1 && found <= maxFields; at = body.indexOf(text, at + 1)) found += 1;
  return found;
}
