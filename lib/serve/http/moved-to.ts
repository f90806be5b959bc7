import type { IncomingMessage } from "node:http";
import { searchOf } from "./request-query.ts";
import type { Answer } from "./send.ts";

/** Moved for good. With `byReader` an old address without a language leads each reader to a page in theirs. */
export function movedTo(
  path: string,
  request: IncomingMessage,
  { byReader = false, search = searchOf(request) } = {},
): Answer {
  const location = encodeURI(path) + search;
  return {
    status: 308,
    headers: { location, "cache-control": "no-cache", ...(byReader && { vary: "accept-language" }) },
  };
}
