/** A page of ours by its path, or one of others by its address without its query, which may name a person. */
export type PageOfOurs = { page?: string; referrer?: string };

const longest = 200;
const mostRead = 2_000;

/** Reads an address that somebody told us: a path, or whole. Undefined when it is none that a link could lead from. */
export function pageOfOurs(address: string | null | undefined, siteUrl: string): PageOfOurs | undefined {
  // A field that a mail script calls `from` holds an address of another kind.
  const url = address && /^(\/|https?:)/.test(address) ? URL.parse(address.slice(0, mostRead), siteUrl) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const isOurs = url.origin === new URL(siteUrl).origin;
  // The parser wrote it in ASCII: no sign in it can be cut in half, or be one that nobody sees.
  return isOurs
    ? { page: url.pathname.slice(0, longest) }
    : { referrer: `${url.origin}${url.pathname}`.slice(0, longest) };
}
