import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { preferredEncoding } from "./preferred-encoding.ts";
import type { Answer } from "./send.ts";

// Smaller answers fit into one packet either way.
const worthwhile = 1_000;

/** An answer that was made for this request, as small as is quickly done. */
export async function compressed(answer: Answer, request: IncomingMessage): Promise<Answer> {
  const { body, headers } = answer;
  const type = headers["content-type"] ?? "";
  if (!body || body instanceof Readable || body.length < worthwhile || !/^text\/|json/.test(type)) return answer;
  const encoding = preferredEncoding(request.headers["accept-encoding"]);
  const vary = "accept-encoding";
  if (encoding === "identity") return { ...answer, headers: { ...headers, vary } };
  return {
    ...answer,
    headers: { ...headers, vary, "content-encoding": encoding },
    body: encoding === "br" ? await brotli(body) : await promisify(gzip)(body, { level: 5 }),
  };
}

function brotli(body: Buffer | string): Promise<Buffer> {
  return promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}
