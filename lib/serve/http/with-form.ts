import type { IncomingMessage } from "node:http";
import { MIMEType } from "node:util";
import { type Body, withBody } from "./with-body.ts";

const maxFields = 64;
/** Of all texts together: a text of 200 kB comes back in its page. A megabyte of & would be 11 MB of page, made in seconds. */
const maxText = 256 * 1024;

export type PostedForm =
  | { ok: true; data: FormData | URLSearchParams }
  | { ok: false; trouble: "too-large" | "unreadable" | "unsupported" | "slow" }
  /** The sender left before the end: nobody is there to be answered. */
  | { ok: false; trouble: "gone" };

/** Does what costs time when it is its sender's turn. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * Reads an urlencoded or multipart body, and does with it what it is for. Nothing over the cap is kept in memory, and nothing it
 * holds can throw.
 */
export function withForm<Result>(
  request: IncomingMessage,
  inTurn: InTurn,
  use: (posted: PostedForm) => Promise<Result>,
): Promise<Result> {
  return withBody(request, async (body) => {
    const posted = await readFields(body, request, inTurn);
    return use(posted.ok && textLength(posted.data) > maxText ? { ok: false, trouble: "too-large" } : posted);
  });
}

function textLength(data: Iterable<[string, FormDataEntryValue]>): number {
  return Array.from(data, ([, value]) => (typeof value === "string" ? value.length : 0)).reduce(
    (sum, next) => sum + next,
    0,
  );
}

async function readFields(body: Body, request: IncomingMessage, inTurn: InTurn): Promise<PostedForm> {
  if (!Buffer.isBuffer(body)) return { ok: false, trouble: body };
  if (body.length === 0) return { ok: true, data: new URLSearchParams() };
  // A body of many parts takes 5 ms to take apart, and a thousand of them can be made to end at one moment.
  return inTurn(() => fieldsOf(body, request));
}

async function fieldsOf(body: Buffer, request: IncomingMessage): Promise<PostedForm> {
  const { "content-encoding": encoding = "identity" } = request.headers;
  if (encoding.toLowerCase() !== "identity") return { ok: false, trouble: "unsupported" };
  const type = mediaType(request.headers["content-type"]);
  if (type?.essence === "application/x-www-form-urlencoded") return readUrlencoded(body);
  if (type?.essence === "multipart/form-data") return readMultipart(body, type.params.get("boundary"));
  return { ok: false, trouble: "unsupported" };
}

const longestType = 300;

/** Undefined when it is none, which Node says by throwing only; of 16,000 spaces it needs half a second for that. */
function mediaType(header = ""): MIMEType | undefined {
  if (header.length > longestType) return undefined;
  try {
    return new MIMEType(header);
  } catch {
    return undefined;
  }
}

function readUrlencoded(body: Buffer): PostedForm {
  if (hasManyFields(body)) return { ok: false, trouble: "too-large" };
  return { ok: true, data: new URLSearchParams(body.toString("utf8")) };
}

function hasManyFields(body: Buffer): boolean {
  let found = 1;
  for (let at = body.indexOf("&"); at !== -1 && found <= maxFields; at = body.indexOf("&", at + 1)) found += 1;
  return found > maxFields;
}

// RFC 2046 5.1.1.
const plainBoundary = /^[\w'()+,./:=? -]{0,69}[\w'()+,./:=?-]$/;

async function readMultipart(body: Buffer, boundary: string | null): Promise<PostedForm> {
  if (!boundary || !plainBoundary.test(boundary)) return { ok: false, trouble: "unreadable" };
  const trouble = troubleOfParts(body, boundary);
  if (trouble) return { ok: false, trouble };
  // Written anew: the parser is to see the one boundary that was counted, however the header can be read.
  const type = `multipart/form-data; boundary="${boundary}"`;
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

const longestHead = 2_000;
/** Browsers send one or two. */
const mostHeadLines = 8;

/**
 * Found out before parsing: ten thousand parts cost a search and not ten thousand objects, and fetch's parser takes the
 * head of a part byte by byte, for a megabyte a tenth of a second and more.
 */
function troubleOfParts(body: Buffer, boundary: string): "too-large" | "unreadable" | undefined {
  const delimiter = `--${boundary}`;
  let found = 0;
  for (let at = body.indexOf(delimiter); at !== -1; at = body.indexOf(delimiter, at + 1)) {
    found += 1;
    if (found > maxFields + 1) return "too-large";
    const after = at + delimiter.length;
    // The last one has no head.
    if (body.subarray(after, after + 2).equals(dashes)) continue;
    const headEnd = body.indexOf("\r\n\r\n", after);
    if (headEnd === -1) return "unreadable";
    if (headEnd - after > longestHead) return "too-large";
    if (linesIn(body.subarray(after, headEnd)) > mostHeadLines) return "too-large";
  }
  return undefined;
}

function linesIn(head: Buffer): number {
  return head.toString("latin1").split("\r\n").length - 1;
}

const dashes = Buffer.from("--");
