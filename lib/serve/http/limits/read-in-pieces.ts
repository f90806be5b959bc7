import type { Socket } from "node:net";

/** Bytes. Of the shortest requests forty, which cost 0.7 ms. */
const mostAtOnce = 1024;

/**
 * Lets the parser have what was read in small pieces, and none after the connection was destroyed. Node reads up to 64 kB at a time
 * and makes objects of all that is in it, 2,400 of the shortest requests in one go, whoever destroys the connection
 * meanwhile: 100 such connections took 4.6 s of CPU and 700 MB.
 */
export function readInPieces(socket: Socket): void {
  const push = socket.push.bind(socket);
  // From here on Node's parser hears of what comes by this event, where it would read from the system by itself.
  socket.on("data", () => {});
  socket.push = (read: Buffer | null) => {
    if (read === null) return push(null);
    let takesMore = true;
    for (let start = 0; start < read.length && !socket.destroyed; start += mostAtOnce)
      takesMore = push(read.subarray(start, start + mostAtOnce));
    return takesMore;
  };
}
