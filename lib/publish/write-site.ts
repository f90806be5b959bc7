import { rm } from "node:fs/promises";
import { join } from "node:path";
import { hiddenEntries } from "#lib/content/lists/hidden-entries.ts";
import { nextChange } from "#lib/content/lists/next-change.ts";
import { getRedirects } from "#lib/content/settings/redirects.ts";
import { readPublicEnv } from "#lib/env.ts";
import { contentNow } from "#lib/hours/content-now.ts";
import { findDeadAddresses } from "#lib/serve/site-folder/dead-addresses.ts";
import { emitSite, type Site } from "#lib/serve/site-folder/emit-site.ts";
import { lostAddresses } from "#lib/serve/site-folder/lost-addresses.ts";
import { readManifest } from "#lib/serve/site-folder/read-manifest.ts";
import type { SiteManifest } from "#lib/serve/site-folder/site-manifest.ts";
import { datedSitemap } from "./dated-sitemap.ts";
import { writePageTexts } from "./page-texts.ts";
import { RefusedSite } from "./refused-site.ts";

/** What the content does not tell. */
type MadeSite = Omit<Site, "builtFor" | "changesAt" | "hidden">;

/** Writes down a site as the front serves it. A site that has lost a page, or whose links lead nowhere, is none: it throws RefusedSite. */
export async function writeSite({ previous, sources, ...site }: MadeSite) {
  const before = previous ? readManifest(previous) : undefined;
  const known = new Set(before ? [...before.files.map(({ path }) => path), ...Object.keys(before.former ?? {})] : []);
  const redirects = getRedirects();
  const hidden = hiddenEntries(new Set([...known, ...redirects.values()]));
  const moved = new Map([...redirects, ...Object.entries(hidden)]);
  const dated = datedSitemap(sources, previous);
  const { files, bytes, seconds } = await emitSite({
    ...site,
    sources: dated.sources,
    previous,
    builtFor: readPublicEnv(),
    changesAt: nextChange(contentNow()),
    hidden,
  });
  writePageTexts(site.folder, dated.texts);
  if (before) await refuseLostAddresses(before, site.folder, moved);
  await refuseDeadAddresses(site.folder, moved);
  console.log(`site: ${files} files, ${Math.round(bytes / 1024)} KB to serve, ${seconds.toFixed(1)} s`);
}

async function refuseLostAddresses(before: SiteManifest, folder: string, moved: ReadonlyMap<string, string>) {
  const lost = lostAddresses(before, readManifest(folder), moved);
  if (lost.length === 0) return;
  await rm(join(folder, "site.json"));
  const lines = lost.flatMap(({ address, meant }) => [
    `  - from: ${address}`,
    `    to: ${meant ?? "(where it is now)"}`,
  ]);
  throw new RefusedSite(
    `${lost.length} addresses of the site are gone, and readers know them. Put them back, or add to content/redirects.yaml:\n${lines.join("\n")}`,
  );
}

/** A site whose own links lead nowhere is not served: without its list, the start says that there is no build. */
async function refuseDeadAddresses(folder: string, redirects: ReadonlyMap<string, string>) {
  const dead = await findDeadAddresses(folder, redirects);
  if (dead.length === 0) return;
  await rm(join(folder, "site.json"));
  const lines = dead.map(({ address, page }) => `  ${address}, which ${page} leads to`);
  throw new RefusedSite(`${dead.length} addresses lead nowhere:\n${lines.join("\n")}`);
}
