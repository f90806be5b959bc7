import type { IncomingMessage } from "node:http";

const looksAfter = 1_000;
/** Also on the slowest line a packet holds five times as much, and what is in between sends more at once. */
const meanBytes = 100;

/**
 * Cuts the connection of whoever sends a body in pieces of a few bytes, asked for or not. Node makes an object of each: of
 * 64 kB in chunks of one byte, 11,000 in one go, and it does not stop in the middle.
 */
export function cutTinyPieces(request: IncomingMessage): void {
  const push = request.push.bind(request);
  let pieces = 0;
  let bytes = 0;
  request.push = (piece: Buffer | null) => {
    if (piece === null) return push(null);
    pieces += 1;
    bytes += piece.length;
    if (pieces <= looksAfter || bytes >= pieces * meanBytes) return push(piece);
    request.push = () => true;
    request.socket.destroy();
    return true;
  };
}
