import type { IncomingMessage } from "node:http";

/**
 * Closes the connection of a request that is answered before all of it has come for writing alone. One that is closed while
 * its sender still sends is reset, and the answer is lost on the way: nginx says 502 then. What comes is thrown away until
 * it ends, is more than `boundBody` lets through, or has taken as long as a request may.
 */
export function linger(request: IncomingMessage): void {
  const { socket } = request;
  // What Node calls after an answer that closes the connection.
  socket.destroySoon = () => socket.end(() => request.complete && socket.destroy());
  request.once("end", () => socket.writableFinished && socket.destroy());
  request.resume();
}
