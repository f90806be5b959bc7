import { createServer, type RequestListener, type Server, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { PublicEnv } from "#lib/env.ts";
import { nothingCsp } from "./content-security-policy.ts";
import { maxBodyMs } from "./read-form.ts";
import { standardHeaders } from "./standard-headers.ts";

/**
 * An HTTP server that nobody can hold on to: headers come within 10 seconds, and bodies within 20. `upgrades`: whether
 * a request may turn its connection into another protocol's, as the reloading of pages in development does.
 */
export function frontServer(listener: RequestListener, env: PublicEnv, { upgrades = false } = {}): Server {
  const limits = {
    headersTimeout: 10_000,
    // Forms answer at 20 seconds with a page; this is for bodies that nobody reads.
    requestTimeout: maxBodyMs + 1_000,
    connectionsCheckingInterval: 1_000,
    // A request without a Host gets the same page as one with a wrong Host, where Node would send an empty 400.
    requireHostHeader: false,
    // Next listens for upgrades, and leaves those that it does not know without an answer and without a time limit.
    ...(!upgrades && { shouldUpgradeCallback: () => false }),
  };
  const server = createServer(limits, listener);
  // `Expect` with anything but 100-continue: answered as if it were not there, where Node would answer without our headers.
  server.on("checkExpectation", listener);
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    if (!socket.writable) return socket.destroy();
    socket.end(rawAnswer(statusOf(error.code), standardHeaders(env)));
  });
  return server;
}

/** What cannot be read as HTTP is answered by hand. */
function rawAnswer(status: number, standard: Record<string, string>): string {
  const text = `${status} ${STATUS_CODES[status]}\n`;
  const headers = {
    ...standard,
    "content-security-policy": nothingCsp,
    "content-type": "text/plain; charset=utf-8",
    "content-length": String(text.length),
    "cache-control": "no-store",
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, "", text].join("\r\n");
}

function statusOf(code: string | undefined): number {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return 408;
  if (code === "HPE_HEADER_OVERFLOW") return 431;
  return 400;
}
