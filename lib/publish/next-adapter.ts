import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { NextAdapter } from "next";
import { emitEditor } from "#lib/editor/bundle-editor.ts";
import { locales } from "#lib/i18n/locales.ts";
import { shareImageCache } from "#lib/pictures/share-image-cache.ts";
import { releaseFolder } from "#lib/release/release-folder.ts";
import { currentRelease } from "#lib/release/releases.ts";
import { bundleScript } from "#lib/serve/site-folder/bundle-script.ts";
import type { Source } from "#lib/serve/site-folder/emit-site.ts";
import { publicFiles } from "#lib/serve/site-folder/public-files.ts";
import { editorFolder, siteFolder } from "#lib/serve/site-folder/site-manifest.ts";
import { answerHashes } from "./answer-hashes.ts";
import { type PageRecord, type PageRecords, writePageRecords } from "./page-records.ts";
import { writeSite } from "./write-site.ts";

type Build = Parameters<NonNullable<NextAdapter["onBuildComplete"]>>[0];
type Outputs = Build["outputs"];

/** Next hands over what it built; we write it down as the front serves it. */
const adapter: NextAdapter = {
  name: "dreamcode-front",
  async onBuildComplete({ outputs, routing, projectDir, distDir }) {
    const script = await formScript(distDir);
    const sources = [
      script,
      ...staticFiles(outputs),
      ...prerendered(outputs),
      ...(await publicFiles(join(projectDir, "public"))),
    ];
    const before = currentRelease(join(projectDir, ".releases"));
    await writeSite({
      folder: siteFolder,
      cache: join(distDir, "cache/brotli"),
      sources,
      dynamic: [...dynamicRoutes(outputs), ...redirects(routing)],
      script: script.path,
      previous: before && join(before, ".next/site"),
    });
    writePageRecords(releaseFolder, recordsOf(outputs));
    await emitEditor(editorFolder);
    // A picture that this build asked for is marked with the time.
    shareImageCache(join(distDir, "cache/share-images")).removeUnused(performance.timeOrigin);
  },
};

export default adapter;

/** Pages, share images, feeds. The error page of Next is not among them: ours are pages like any other. */
function prerendered(outputs: Outputs): Source[] {
  return pagesOf(outputs).map(({ path, fallback }) => {
    const type = fallback.initialHeaders?.["content-type"];
    return { path, from: fallback.filePath, type: Array.isArray(type) ? type[0] : type, isReplaced: true };
  });
}

function pagesOf({ prerenders }: Outputs) {
  return prerenders.flatMap(({ pathname, route, routeType, fallback }) => {
    const isPage = ["page", "route"].includes(routeType ?? "") && pathname !== "/_global-error";
    return isPage && fallback?.filePath
      ? [{ path: decodeURI(pathname), route, fallback: { ...fallback, filePath: fallback.filePath } }]
      : [];
  });
}

/** What `question` has left with each page. */
function recordsOf(outputs: Outputs): PageRecords {
  const pages = pagesOf(outputs).map(({ path, route, fallback }) => {
    const tags = String(fallback.initialHeaders?.["x-next-cache-tags"] ?? "").split(",");
    const asked = new Set(tags.filter((tag) => tag.startsWith("%5B")));
    return [path, { route, asked: [...asked] }] satisfies [string, PageRecord];
  });
  const unknown = outputs.staticFiles.filter(isMade).map(({ pathname }) => [pathname, { route: pathname }] as const);
  return {
    pages: Object.fromEntries([...unknown, ...pages]),
    answers: answerHashes(pages.flatMap(([, { asked }]) => asked)),
  };
}

/** Next hands over the sitemap and the manifest as files, and does not say what they asked. */
function isMade({ pathname }: Outputs["staticFiles"][number]): boolean {
  return !pathname.startsWith("/_next/") && /\.(xml|webmanifest)$/.test(pathname);
}

/** No page runs Next's own scripts, and its error pages would answer to their addresses as if they were pages. */
function staticFiles({ staticFiles }: Outputs): Source[] {
  return staticFiles
    .filter(({ pathname }) => !["/404", "/500"].includes(pathname) && !pathname.endsWith(".js"))
    .map(({ pathname, filePath }) => ({ path: decodeURI(pathname), from: filePath }));
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
