import type { IncomingMessage, ServerResponse } from "node:http";
import { nothingCsp } from "./content-security-policy.ts";

export type Answer = { status: number; headers: Record<string, string>; body?: Buffer | string };

/** The one place that writes an answer: the standard headers, and over them the answer's own. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Answer,
  standard: Record<string, string>,
) {
  response.writeHead(status, {
    "content-security-policy": nothingCsp,
    ...standard,
    ...headers,
    // Without a length an answer that holds nothing would be sent in pieces. 304 has none by definition.
    ...(status !== 304 && { "content-length": String(Buffer.byteLength(body ?? "")) }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
