import { createHash } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { NextAdapter } from "next";
import { endedArticles } from "#lib/content/lists/ended-articles.ts";
import { nextChange } from "#lib/content/lists/next-change.ts";
import { getRedirects } from "#lib/content/settings/redirects.ts";
import { readPublicEnv } from "#lib/env.ts";
import { locales } from "#lib/i18n/locales.ts";
import { shareImageCache } from "#lib/pictures/share-image-cache.ts";
import { currentRelease } from "#lib/release/releases.ts";
import { siteFolder } from "#lib/serve/site-folder/site-manifest.ts";
import { bundleScript } from "./bundle-script.ts";
import { findDeadAddresses } from "./dead-addresses.ts";
import { emitSite, type Source } from "./emit-site.ts";
import { lostAddresses } from "./lost-addresses.ts";
import { publicFiles } from "./public-files.ts";
import { readManifest } from "./read-manifest.ts";

type Build = Parameters<NonNullable<NextAdapter["onBuildComplete"]>>[0];
type Outputs = Build["outputs"];

/** Next hands over what it built; we write it down as the front serves it. */
const adapter: NextAdapter = {
  name: "dreamcode-front",
  async onBuildComplete({ outputs, routing, projectDir, distDir }) {
    const cache = join(distDir, "cache/brotli");
    const script = await formScript(distDir);
    const sources = [
      script,
      ...staticFiles(outputs),
      ...prerendered(outputs),
      ...(await publicFiles(join(projectDir, "public"))),
    ];
    const before = currentRelease(join(projectDir, ".releases"));
    const previous = before && join(before, ".next/site");
    const ended = endedArticles();
    const moved = new Map([...getRedirects(), ...Object.entries(ended)]);
    const { files, bytes, seconds } = await emitSite({
      folder: siteFolder,
      cache,
      sources,
      dynamic: [...dynamicRoutes(outputs), ...redirects(routing)],
      script: script.path,
      builtFor: readPublicEnv(),
      // What is due while pages are made may be on some of them alone: it counts as not shown.
      changesAt: nextChange(new Date(performance.timeOrigin)),
      ended,
      previous,
    });
    if (previous) await refuseLostAddresses(previous, siteFolder, moved);
    await refuseDeadAddresses(siteFolder, moved);
    // A picture that this build asked for is marked with the time.
    shareImageCache(join(distDir, "cache/share-images")).removeUnused(performance.timeOrigin);
    console.log(`site: ${files} files, ${Math.round(bytes / 1024)} KB to serve, ${seconds.toFixed(1)} s`);
  },
};

export default adapter;

/** Pages, share images, feeds. The error page of Next is not among them: ours are pages like any other. */
function prerendered({ prerenders }: Outputs): Source[] {
  return prerenders.flatMap(({ pathname, routeType, fallback }) => {
    if (!fallback?.filePath || !["page", "route"].includes(routeType ?? "") || pathname === "/_global-error") return [];
    const type = fallback.initialHeaders?.["content-type"];
    const written = { from: fallback.filePath, type: Array.isArray(type) ? type[0] : type, isReplaced: true };
    return [{ path: decodeURI(pathname), ...written }];
  });
}

/** No page runs Next's own scripts. */
function staticFiles({ staticFiles }: Outputs): Source[] {
  return staticFiles
    .filter(({ pathname }) => pathname !== "/500" && !pathname.endsWith(".js"))
    .map(({ pathname, filePath }) => ({
      path: decodeURI(pathname),
      from: filePath,
      type: pathname === "/404" ? "text/html; charset=utf-8" : undefined,
    }));
}

/**
 * Routes that are rendered per request, as regular expressions. None of ours takes more from its address than the language:
 * where a route does and nothing was prerendered, there is nothing, such as stories while nobody has written one.
 */
function dynamicRoutes({ appPages, appRoutes, prerenders }: Outputs): string[] {
  const prerenderedRoutes = new Set(prerenders.map(({ route }) => route));
  return [...appPages, ...appRoutes]
    .map(({ pathname }) => pathname)
    .filter((route) => !route.endsWith(".rsc") && !route.startsWith("/_") && !prerenderedRoutes.has(route))
    .map((route) => route.replace("[locale]", `(?:${locales.join("|")})`))
    .filter((route) => !route.includes("["))
    .map((route) => `^${route}$`);
}

/** Those of next.config.ts. The one that Next adds, from a slash at the end, the front answers itself. */
function redirects({ beforeMiddleware }: Build["routing"]): string[] {
  return beforeMiddleware
    .filter((route) => "status" in route && !("priority" in route && route.priority))
    .flatMap(({ sourceRegex }) => (sourceRegex ? [sourceRegex] : []));
}

/** Named after what it holds, so that browsers keep it for good. */
async function formScript(distDir: string): Promise<Source> {
  const code = await bundleScript();
  const from = join(distDir, "forms.js");
  await writeFile(from, code);
  return {
    path: `/_next/static/chunks/forms-${createHash("sha256").update(code).digest("hex").slice(0, 12)}.js`,
    from,
  };
}

async function refuseLostAddresses(previous: string, folder: string, moved: ReadonlyMap<string, string>) {
  const lost = lostAddresses(readManifest(previous), readManifest(folder), moved);
  if (lost.length === 0) return;
  await rm(join(folder, "site.json"));
  const lines = lost.flatMap(({ address, meant }) => [
    `  - from: ${address}`,
    `    to: ${meant ?? "(where it is now)"}`,
  ]);
  throw new Error(
    `${lost.length} pages of the site are gone, and readers know their addresses. Put them back, or add to content/redirects.yaml:\n${lines.join("\n")}`,
  );
}

/** A site whose own links lead nowhere is not served: without its list, the start says that there is no build. */
async function refuseDeadAddresses(folder: string, redirects: ReadonlyMap<string, string>) {
  const dead = await findDeadAddresses(folder, redirects);
  if (dead.length === 0) return;
  await rm(join(folder, "site.json"));
  const lines = dead.map(({ address, page }) => `  ${address}, which ${page} leads to`);
  throw new Error(`${dead.length} addresses lead nowhere:\n${lines.join("\n")}`);
}
