import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { nothingCsp } from "./content-security-policy.ts";
import { linger } from "./limits/linger.ts";

/** What is read from a file while it is sent names its length in the headers. */
export type Answer = { status: number; headers: Record<string, string>; body?: Buffer | string | Readable };

/** The one place that writes an answer: the standard headers, and over them the answer's own. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Answer,
  standard: Record<string, string>,
) {
  const isFile = body instanceof Readable;
  // The connection is gone, for example cut off by a time limit.
  if (response.destroyed || response.headersSent) {
    if (isFile) body.destroy();
    return;
  }

  const isEarly = !request.complete;
  if (isEarly) linger(request);
  response.writeHead(status, {
    "content-security-policy": nothingCsp,
    ...standard,
    ...headers,
    // Else a body that nobody asked for would have to end before the next request.
    ...(isEarly && { connection: "close" }),
    // Without a length an answer that holds nothing would be sent in pieces. 304 has none by definition.
    ...(status !== 304 && !isFile && { "content-length": String(Buffer.byteLength(body ?? "")) }),
  });
  if (!isFile) response.end(request.method === "HEAD" ? undefined : body);
  else if (request.method === "HEAD") response.end(() => body.destroy());
  else await sendFile(body, response);
}

async function sendFile(file: Readable, response: ServerResponse) {
  try {
    await pipeline(file, response);
  } catch (cause) {
    // The reader left.
    if ((cause as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw cause;
  }
}
