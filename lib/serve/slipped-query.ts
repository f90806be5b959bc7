import { canonicalPath } from "#lib/serve/http/guard-request.ts";

/** An address whose parameters begin with & or with a ? that was encoded, as links in campaigns do: the page and its parameters. */
export function slippedQuery(url = ""): { path: string; query: string } | undefined {
  const [written = "", ...more] = url.split("?");
  const sign = /&|%3f/i.exec(written);
  const path = sign && canonicalPath(written.slice(0, sign.index));
  if (!path) return undefined;
  const slipped = written.slice(sign.index + sign[0].length);
  const query = sign[0] === "&" ? slipped : slipped.replaceAll(/%3d/gi, "=").replaceAll(/%26/g, "&");
  return { path, query: [query, ...more].filter(Boolean).join("&") };
}
