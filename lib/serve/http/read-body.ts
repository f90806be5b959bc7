import type { IncomingMessage } from "node:http";

/** Most bytes of a body. The fields of a form have their own limits, and a text far over its limit still comes back in the page. */
const maxBytes = 1024 * 1024;
/** Longest that a body may take, and so the longest that somebody can hold on to a form. */
export const maxBodyMs = 20_000;
/** Of all bodies that are being read at one moment: a thousand that come slowly would be a gigabyte. */
const mostHeld = 64 * 1024 * 1024;
/** What people fill in is shorter, and is taken however much else is on its way. */
const alwaysTaken = 64 * 1024;
let held = 0;

/** Nothing over the cap is kept in memory. */
export function readBody(request: IncomingMessage): Promise<Buffer | "too-large" | "slow" | "gone"> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let kept = 0;
    const drop = () => {
      held -= kept;
      kept = 0;
      chunks.length = 0;
    };
    const end = (body: Buffer | "too-large" | "slow" | "gone") => {
      clearTimeout(timer);
      drop();
      resolve(body);
    };
    const timer = setTimeout(() => end("slow"), maxBodyMs);
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      // The rest is read and dropped: an answer that comes while the browser still sends is lost to it.
      if (kept < length - chunk.length || length > maxBytes) return drop();
      if (length > alwaysTaken && held > mostHeld) return drop();
      chunks.push(chunk);
      kept += chunk.length;
      held += chunk.length;
    });
    request.on("end", () => end(kept === length ? Buffer.concat(chunks) : "too-large"));
    request.on("error", () => end("gone"));
    request.on("close", () => end("gone"));
  });
}
