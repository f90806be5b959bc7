import { constants, fstatSync, openSync } from "node:fs";
import { Socket } from "node:net";

/** What waits for a reader at most, in each process: of a busy site a few seconds of its log. */
const mostWaiting = 256 * 1024;

let lost = () => {};
const opened = new Map<string, Socket>();
let isWrapped = false;

/**
 * Whatever becomes of the log, the process goes on: its disk may be full, or whoever read it gone. Node breaks at that where
 * nobody listens; the handler that Next has for it writes of it to the same log, and so on for ever, and answers nobody.
 * Where its reader is there and stands still, what comes is lost: full, it holds up whoever writes to it, and with that every answer.
 */
export function outliveOutput(onLost?: () => void): void {
  if (onLost) lost = onLost;
  if (isWrapped) return;
  isWrapped = true;
  for (const stream of [process.stdout, process.stderr]) neverWait(stream);
}

type Output = NodeJS.WriteStream & {
  fd: number;
  /** Of Node's own, and in no documentation. */
  _handle?: { setBlocking?(isIt: boolean): void };
};

function neverWait(stream: Output) {
  stream.on("error", () => lost());
  const out: Output | Socket = ownPipe(stream.fd) ?? stream;
  const write = out.write.bind(out);
  if (out !== stream) {
    out.on("error", () => lost());
    out.on("drain", () => stream.emit("drain"));
  }
  stream.write = (...said: unknown[]) => {
    // A socket, as that of journald, cannot be opened anew, and each child process that gets it makes it wait as well.
    if (out === stream && !stream.isTTY) stream._handle?.setBlocking?.(false);
    if (out.writableLength < mostWaiting && !out.destroyed) return Reflect.apply(write, out, said);
    lost();
    const written = said.at(-1);
    process.nextTick(() => {
      if (typeof written === "function") written();
      stream.emit("drain");
    });
    return false;
  };
}

/**
 * The same pipe, opened by this process alone: whether writing waits is told of an opened pipe, and each child process that gets ours
 * makes it wait (libuv, `uv__process_child_init`). Undefined where it is none, or may not be opened.
 */
function ownPipe(fd: number): Socket | undefined {
  const output = fstatSync(fd);
  if (process.platform !== "linux" || !output.isFIFO()) return undefined;
  // Both outputs are often one pipe, whose lines stay whole and in order in one.
  const name = `${output.dev}:${output.ino}`;
  const known = opened.get(name);
  if (known) return known;
  try {
    const own = openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK);
    const pipe = new Socket({ fd: own, readable: false, writable: true }).unref();
    opened.set(name, pipe);
    return pipe;
  } catch (cause) {
    console.error(
      `A reader of the log that stands still will hold up the site: its pipe cannot be opened anew (${cause}).`,
    );
    return undefined;
  }
}
