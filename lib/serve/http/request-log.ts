import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * One line of JSON a request. Nothing in it says who asked or what was typed: no query, no address, no user agent, and
 * no path but those that the site has.
 */
export function logRequest(
  request: IncomingMessage,
  response: ServerResponse,
  knownPath: (request: IncomingMessage) => string,
  write: (line: string) => void,
) {
  const start = performance.now();
  response.once("close", () => {
    const ms = Math.round((performance.now() - start) * 10) / 10;
    const { method } = request;
    const path = knownPath(request);
    // Cut off before it was answered: no status.
    const status = response.writableFinished ? response.statusCode : undefined;
    write(JSON.stringify({ time: new Date().toISOString(), method, path, status, ms }));
  });
}
