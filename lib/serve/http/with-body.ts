import type { IncomingMessage } from "node:http";

/** Most bytes of a body. The fields of a form have their own limits, and a text far over its limit still comes back in the page. */
const maxBytes = 1024 * 1024;
/** Longest that a body may take, and so the longest that somebody can hold on to a form. */
export const maxBodyMs = 20_000;
/** Of all bodies that are read or dealt with at one moment: a thousand that come slowly, or wait for a slow store, would be a gigabyte. */
const mostHeld = 64 * 1024 * 1024;
/** What people fill in is shorter, and is taken however much else is on its way. */
const alwaysTaken = 64 * 1024;
let held = 0;

export type Body = Buffer | "too-large" | "slow" | "gone";

/** Reads a body and does with it what it is for: until that is done it counts as held. Nothing over the cap is kept in memory. */
export async function withBody<Result>(
  request: IncomingMessage,
  use: (body: Body) => Promise<Result> | Result,
): Promise<Result> {
  const { body, kept } = await read(request);
  try {
    return await use(body);
  } finally {
    held -= kept;
  }
}

function read(request: IncomingMessage): Promise<{ body: Body; kept: number }> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let kept = 0;
    let isOver = false;
    const drop = () => {
      held -= kept;
      kept = 0;
      chunks.length = 0;
    };
    const end = (body: Body) => {
      // A request closes once it was read, too.
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      if (!Buffer.isBuffer(body)) drop();
      chunks.length = 0;
      resolve({ body, kept });
    };
    const timer = setTimeout(() => end("slow"), maxBodyMs);
    request.on("data", (chunk: Buffer) => {
      if (isOver) return;
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
