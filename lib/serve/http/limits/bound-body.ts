import type { IncomingMessage } from "node:http";

/** Nothing that anybody fills in. To throw 200 MB away takes half a second of CPU, and a body may take 20. */
const mostBytes = 256 * 1024 * 1024;
const looksAfter = 200;
/** Also on the slowest line a packet holds five times as much, and what is in between sends more at once. */
const meanBytes = 100;

/**
 * Cuts the connection of whoever sends too much, asked for or not, or a body in pieces of a few bytes. Node makes an object
 * of each: a thousand bodies of 990 bytes in chunks of one byte took 1.1 s and 285 MB, which 6 kB each had brought.
 */
export function boundBody(request: IncomingMessage): void {
  const push = request.push.bind(request);
  let pieces = 0;
  let bytes = 0;
  request.push = (piece: Buffer | null) => {
    if (piece === null) return push(null);
    pieces += 1;
    bytes += piece.length;
    const isTiny = pieces > looksAfter && bytes < pieces * meanBytes;
    if (!isTiny && bytes <= mostBytes) return push(piece);
    request.push = () => true;
    request.socket.destroy();
    return true;
  };
}
