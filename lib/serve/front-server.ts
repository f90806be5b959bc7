import { createServer, type RequestListener, type Server, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Env, PublicEnv } from "#lib/env.ts";
import { nothingCsp } from "#lib/serve/http/content-security-policy.ts";
import { boundBody } from "#lib/serve/http/limits/bound-body.ts";
import { networkShares } from "#lib/serve/http/limits/network-shares.ts";
import { oneByOne } from "#lib/serve/http/limits/one-by-one.ts";
import { readInPieces } from "#lib/serve/http/limits/read-in-pieces.ts";
import { standardHeaders } from "#lib/serve/http/standard-headers.ts";
import { toOriginForm } from "#lib/serve/http/to-origin-form.ts";
import { maxBodyMs } from "#lib/serve/http/with-body.ts";

// A proxy that keeps a connection longer than we do loses the post that meets its end: nginx and load balancers keep one
// for 60 seconds, Traefik 90, Caddy 120. Readers gain nothing from more than a few.
const restMs = 5_000;
const restBehindProxyMs = 130_000;
const mostConnections = 10_000;
/** A browser opens six, and they rest for 5 seconds: 83 people behind one address may begin to read within that time. */
const mostOfNetwork = 500;
const mostStillMs = 30_000;

type Options = { upgrades?: boolean; onFull?: () => void; mayConnect?: (socket: Socket) => boolean };

/**
 * An HTTP server that nobody can hold on to: headers come within 10 seconds, bodies within 20, answers are taken one by
 * one, and whoever takes nothing for 30 seconds is cut. `upgrades`: whether a request may turn its connection into
 * another protocol's, as the reloading of pages in development does. `onFull`: a connection was cut, since one network or all
 * together have too many.
 */
export function frontServer(
  listener: RequestListener,
  env: PublicEnv & Pick<Env, "trustedProxies">,
  { upgrades = false, onFull = () => {}, mayConnect = networkShares(mostOfNetwork) }: Options = {},
): Server {
  const limits = {
    // Of the line and the headers together: no parser of ours gets more.
    maxHeaderSize: 16 * 1024,
    headersTimeout: 10_000,
    // Forms answer at 20 seconds with a page; this is for bodies that nobody reads.
    requestTimeout: maxBodyMs + 1_000,
    connectionsCheckingInterval: 1_000,
    // A request without a Host gets the same page as one with a wrong Host, where Node would send an empty 400.
    requireHostHeader: false,
    // Next listens for upgrades, and leaves those that it does not know without an answer and without a time limit.
    ...(!upgrades && { shouldUpgradeCallback: () => false }),
  };
  const answers = oneByOne(listener);
  const take: RequestListener = (request, response) => {
    boundBody(request);
    toOriginForm(request);
    answers.listener(request, response);
  };
  const server = createServer(limits, take);
  // Of a connection on which nothing moves, in either direction. Pages are reloaded over one that is quiet for long.
  server.timeout = upgrades ? 0 : mostStillMs;
  server.maxConnections = mostConnections;
  // However many there are: those of the proxy, where a post must not meet the end, cannot be told from others.
  server.keepAliveTimeout = env.trustedProxies > 0 ? restBehindProxyMs : restMs;
  server.on("drop", onFull);
  server.on("connection", (socket) => {
    // Behind a proxy of ours all come from its address.
    if (env.trustedProxies === 0 && !mayConnect(socket)) {
      onFull();
      return socket.destroy();
    }
    readInPieces(socket, () => answers.isInBody(socket));
  });
  // `Expect` with anything but 100-continue: answered as if it were not there, where Node would answer without our headers.
  server.on("checkExpectation", take);
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    const answering = answers.answering(socket);
    // What comes too slowly is the body of a form, which says so on a page. That is not held for ever either.
    if (error.code === "ERR_HTTP_REQUEST_TIMEOUT" && answering?.complete === false) {
      setTimeout(() => socket.destroy(), mostStillMs).unref();
      return;
    }
    // In the middle of an answer, another would be read as part of it.
    if (!socket.writable || answering) return socket.destroy();
    socket.end(rawAnswer(statusOf(error.code), standardHeaders(env)));
    throwAway(socket);
  });
  return server;
}

/** Of a connection that is closed while its sender still sends the answer is lost on the way: nginx says 502 then. */
function throwAway(socket: Socket) {
  socket.removeAllListeners("data").resume();
  setTimeout(() => socket.destroy(), maxBodyMs).unref();
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
