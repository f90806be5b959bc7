import { join } from "node:path";
import { isInternal } from "#lib/serve/site-folder/is-internal.ts";
import { isPreview } from "#lib/serve/site-folder/is-preview.ts";
import { readManifest } from "#lib/serve/site-folder/read-manifest.ts";

const mostNamed = 20;

/** What readers see in one release that they did not see in the one before, as lines to read: new, changed, gone. */
export function changesBetween(before: string, now: string): string[] {
  const [old, current] = [pagesOf(before), pagesOf(now)];
  const added = [...current.keys()].filter((path) => !old.has(path));
  const changed = [...current].filter(([path, etag]) => old.has(path) && old.get(path) !== etag).map(([path]) => path);
  const gone = [...old.keys()].filter((path) => !current.has(path));
  const parts = [
    ["new", added],
    ["changed", changed],
    ["gone", gone],
  ] as const;
  return parts.flatMap(([name, paths]) => (paths.length > 0 ? [lineOf(name, paths)] : []));
}

function pagesOf(release: string): Map<string, string> {
  const { files } = readManifest(join(release, ".next/site"));
  const pages = files.filter((file) => file.type.startsWith("text/html") && !isInternal(file) && !isPreview(file.path));
  return new Map(pages.map(({ path, etag }) => [path, etag]));
}

function lineOf(name: string, paths: string[]): string {
  const more = paths.length > mostNamed ? ` and ${paths.length - mostNamed} more` : "";
  return `${name}: ${paths.slice(0, mostNamed).join(", ")}${more}`;
}
