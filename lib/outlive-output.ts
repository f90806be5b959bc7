import { constants, fstatSync, openSync } from "node:fs";
import { Socket } from "node:net";

/** What waits for a reader at most, in each process: of a busy site a few seconds of its log. */
const mostWaiting = 256 * 1024;

/**
 * Whatever becomes of the log, the process goes on: its disk may be full, or whoever read it gone. Node breaks at that where
 * nobody listens; the handler that Next has for it writes of it to the same log, and so on for ever, and answers nobody.
 * Where its reader is there and stands still, what comes is lost: a full pipe holds up whoever writes to it, and with that every answer.
 */
export function outliveOutput(onLost = () => {}): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", onLost);
    const out = ownPipe(stream.fd) ?? stream;
    const write = out.write.bind(out);
    if (out !== stream) out.on("error", onLost);
    stream.write = (...said: unknown[]) => {
      if (out.writableLength < mostWaiting && !out.destroyed) return Reflect.apply(write, out, said);
      onLost();
      const written = said.at(-1);
      if (typeof written === "function") process.nextTick(written);
      return false;
    };
  }
}

/**
 * The same pipe, opened by this process alone: whether writing waits is told of an opened pipe, and each child process that gets ours
 * makes it wait (libuv, `uv__process_child_init`). Undefined where it is none, or may not be opened.
 */
function ownPipe(fd: number): Socket | undefined {
  if (process.platform !== "linux" || !fstatSync(fd).isFIFO()) return undefined;
  try {
    const own = openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK);
    return new Socket({ fd: own, readable: false, writable: true }).unref();
  } catch (cause) {
    console.error(
      `A reader of the log that stands still will hold up the site: its pipe cannot be opened anew (${cause}).`,
    );
    return undefined;
  }
}
