import type { IncomingMessage } from "node:http";

/** Most bytes of a posted form. Fields have their own limits, and a text far over its limit still comes back in the page. */
const maxFormBytes = 1024 * 1024;
const maxFields = 64;
/** Longest that a body may take, and so the longest that somebody can hold on to a form. */
export const maxBodyMs = 20_000;

type PostedForm =
  | { ok: true; data: FormData | URLSearchParams }
  | { ok: false; trouble: "too-large" | "unreadable" | "unsupported" | "slow" };

/** Reads an urlencoded or multipart body. Nothing over the cap is kept in memory, and nothing it holds can throw. */
export async function readForm(request: IncomingMessage): Promise<PostedForm> {
  const body = await readBody(request);
  if (!Buffer.isBuffer(body)) return { ok: false, trouble: body };
  if (body.length === 0) return { ok: true, data: new URLSearchParams() };

  if (request.headers["content-encoding"]) return { ok: false, trouble: "unsupported" };
  const type = request.headers["content-type"] ?? "";
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return readUrlencoded(body);
  if (/^multipart\/form-data\b/i.test(type)) return readMultipart(body, type);
  return { ok: false, trouble: "unsupported" };
}

function readBody(request: IncomingMessage): Promise<Buffer | "too-large" | "unreadable" | "slow"> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(() => resolve("slow"), maxBodyMs);
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      // The rest is read and dropped: an answer that comes while the browser still sends is lost to it.
      if (length <= maxFormBytes) chunks.push(chunk);
      else chunks.length = 0;
    });
    request.on("end", () => resolve(length <= maxFormBytes ? Buffer.concat(chunks) : "too-large"));
    // Cut off: nobody is left to answer.
    request.on("error", () => resolve("unreadable"));
    request.on("close", () => {
      clearTimeout(timer);
      resolve("unreadable");
    });
  });
}

function readUrlencoded(body: Buffer): PostedForm {
  if (count(body, "&") >= maxFields) return { ok: false, trouble: "too-large" };
  return { ok: true, data: new URLSearchParams(body.toString("utf8")) };
}

async function readMultipart(body: Buffer, type: string): Promise<PostedForm> {
  // Counted before parsing, so that ten thousand parts cost a search and not ten thousand objects.
  const boundary = /boundary="?([^";]+)/i.exec(type)?.[1];
  if (!boundary) return { ok: false, trouble: "unreadable" };
  if (count(body, `--${boundary}`) > maxFields + 1) return { ok: false, trouble: "too-large" };
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
  for (let at = body.indexOf(text); at !== -1 && found <= maxFields + 1; at = body.indexOf(text, at + 1)) found += 1;
  return found;
}
