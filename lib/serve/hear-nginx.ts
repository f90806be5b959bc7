import { createSocket, type Socket } from "node:dgram";
import { errorCode } from "#lib/leads/error-code.ts";
import { countView, type ViewPlace } from "./count-view.ts";

const againMs = 1_000;
/** A release that ends holds the port until the one after it runs. */
const patienceMs = 60_000;

/**
 * Counts the pages that an nginx on this machine answers by itself. Its recipe sends a line of its log for each, over the loopback
 * and by UDP, to the number of our own port: no file has to be read, rotated, or kept from others.
 */
export function hearNginx(port: number, place: ViewPlace): { close(): void } {
  const since = performance.now();
  const { host } = new URL(place.siteUrl);
  let socket: Socket | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isReported = false;
  open();

  return {
    close() {
      clearTimeout(timer);
      socket?.close();
      socket = undefined;
    },
  };

  function open() {
    const opened = createSocket("udp4");
    socket = opened;
    opened.on("message", (line) => hear(line.toString(), host, place));
    opened.on("error", (cause) => {
      if (socket !== opened) return;
      const isInUse = (cause as NodeJS.ErrnoException).code === "EADDRINUSE";
      // Once: another program may hold the port for months.
      if (!isReported && (!isInUse || performance.now() - since > patienceMs)) {
        isReported = true;
        place.report("pages that nginx answers are not counted", errorCode(cause));
      }
      opened.close();
      socket = undefined;
      timer = setTimeout(open, againMs).unref();
    });
    opened.bind(port, "127.0.0.1").unref();
  }
}

/** nginx writes a quotation mark within a value as `\x22`. */
const logLine = /^<\d+>.{15} (views|ahead): \S+ - .*\] "GET (\S+) HTTP\/[\d.]+" (?:200|304) \d+ "([^"]*)" "([^"]*)"$/;

function hear(said: string, host: string, place: ViewPlace) {
  const [, tag, path, referer, userAgent] = logLine.exec(said) ?? [];
  if (path === undefined) return;
  const headers = {
    host,
    referer,
    "user-agent": userAgent,
    ...(tag === "ahead" && { "sec-purpose": "prefetch" }),
  };
  countView({ url: path, headers }, path, place);
}
