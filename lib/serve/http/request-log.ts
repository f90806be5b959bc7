import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * One line of JSON a request. Nothing in it says who asked or what was typed: no query, no address, no user agent, and
 * no path but those that the site has.
 */
export function logRequest(
  request: IncomingMessage,
  response: ServerResponse,
  knownPath: () => string,
  write: (line: string) => void,
) {
  const start = performance.now();
  response.once("close", () => {
    const ms = Math.round((performance.now() - start) * 10) / 10;
    const { method } = request;
    const path = knownPath();
    // Cut off before it was answered: no status.
    const status = response.writableFinished ? `"status":${response.statusCode},` : "";
    // By hand, since of an object it costs four times as much. A method is one of those that Node knows.
    write(`{"time":"${timeInWords()}","method":"${method}","path":${JSON.stringify(path)},${status}"ms":${ms}}`);
  });
}

let lastMs = 0;
let lastInWords = "";

/** In a busy millisecond several answers end. */
function timeInWords(): string {
  const now = Date.now();
  if (now !== lastMs) lastInWords = new Date(now).toISOString();
  lastMs = now;
  return lastInWords;
}
