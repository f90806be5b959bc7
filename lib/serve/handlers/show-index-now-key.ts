import { indexNowPath } from "#lib/index-now-path.ts";
import type { Handler } from "./handler.ts";

/** By it search engines see that it is us who tells them of changes. */
export const showIndexNowKey: Handler = ({ path }, { indexNowKey }) => {
  if (!indexNowKey || path !== indexNowPath(indexNowKey)) return undefined;
  const headers = {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-cache",
    "x-robots-tag": "noindex",
  };
  return { status: 200, headers, body: indexNowKey };
};
