import type { Socket } from "node:net";

/** Bytes. Of the shortest requests forty, which cost 0.7 ms. */
const mostAtOnce = 1024;
/** What comes first of a read: ten requests. A thousand connections may begin at one moment, and each is cut after its first piece. */
const mostAtFirst = 256;

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
    for (let start = 0, end = mostAtFirst; start < read.length && !socket.destroyed; end += mostAtOnce) {
      takesMore = push(read.subarray(start, end));
      start = end;
    }
    return takesMore;
  };
}
