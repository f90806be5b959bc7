import type { IncomingMessage } from "node:http";

export function queryOf(request: IncomingMessage): URLSearchParams {
  return new URLSearchParams(searchOf(request));
}

/** The query as it was written, with its question mark; empty when there is none. */
export function searchOf({ url = "" }: IncomingMessage): string {
  const start = url.indexOf("?");
  return start === -1 ? "" : url.slice(start);
}
