import { nearest } from "#lib/content/source/nearest.ts";
import { isDownload } from "./is-download.ts";
import { isInternal } from "./is-internal.ts";
import { isPreview } from "./is-preview.ts";
import { listAbove } from "./list-above.ts";
import type { SiteManifest } from "./site-manifest.ts";

/** A page or download of the build before that is nowhere now, and the new one that it may have become. */
export type LostAddress = { address: string; meant: string | undefined };

/** Readers and search engines know the pages of the build before: each is still there, or is redirected. */
export function lostAddresses(
  before: SiteManifest,
  now: SiteManifest,
  redirects: ReadonlyMap<string, string>,
): LostAddress[] {
  const [old, current] = [pagesOf(before), pagesOf(now)];
  const added = current.difference(old);
  const lost = [...old.difference(current)].filter(
    (address) => !redirects.has(address) && listAbove(address) === undefined,
  );
  return lost.map((address) => {
    const folder = address.slice(0, address.lastIndexOf("/") + 1);
    const inSameFolder = [...added].filter((path) => path.startsWith(folder));
    return { address, meant: inSameFolder.length === 1 ? inSameFolder[0] : nearest(address, inSameFolder) };
  });
}

function pagesOf({ files }: SiteManifest): Set<string> {
  const pages = files.filter(
    (file) =>
      isDownload(file.path) || (file.type.startsWith("text/html") && !isInternal(file) && !isPreview(file.path)),
  );
  return new Set(pages.map(({ path }) => path));
}
