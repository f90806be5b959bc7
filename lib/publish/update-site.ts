// Makes the site folder of a release whose content alone differs from that of another: `node lib/publish/update-site.ts RELEASE`.
// Next renders again what has asked for something that has another answer now; the rest is shared with that release.
import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { dirname, join } from "node:path";
import { ContentError } from "#lib/content/source/content-error.ts";
import { linkTree } from "#lib/release/link-tree.ts";
import { releaseFolder } from "#lib/release/release-folder.ts";
import { captured } from "#lib/serve/next/captured-response.ts";
import { openNext } from "#lib/serve/next/open-next.ts";
import type { EmittedFile, Source } from "#lib/serve/site-folder/emit-site.ts";
import { publicFiles } from "#lib/serve/site-folder/public-files.ts";
import { readManifest } from "#lib/serve/site-folder/read-manifest.ts";
import { siteFolder } from "#lib/serve/site-folder/site-manifest.ts";
import { answerHashes } from "./answer-hashes.ts";
import { type PageRecords, readPageRecords, writePageRecords } from "./page-records.ts";
import { RefusedSite } from "./refused-site.ts";
import { staticPages } from "./static-pages.ts";
import { writeSite } from "./write-site.ts";

const next = join(releaseFolder, ".next");
const rendered = join(next, "rendered");

try {
  await updateSite(process.argv[2] ?? "");
  process.exit(0);
} catch (cause) {
  // The check of the content, which runs beside this, says it in whole. Not thrown on: Next listens for what nobody catches,
  // and the process would end as if all were well.
  if (!(cause instanceof ContentError)) console.error(cause instanceof RefusedSite ? cause.message : cause);
  process.exit(1);
}

async function updateSite(previous: string) {
  const before = readPageRecords(previous);
  if (!before) throw new Error(`${previous} has no list of its pages`);
  await linkTree(join(previous, ".next"), next, ["site"]);
  const answers = answerHashes(Object.keys(before.answers));
  const pages = pagesNow(before);
  const isSame = (path: string) =>
    before.pages[path]?.asked?.every((one) => answers[one] === before.answers[one]) ?? false;
  const waiting = [...pages.keys()].filter((path) => !isSame(path));

  const { sources, asked } = waiting.length > 0 ? await render(waiting) : { sources: [], asked: new Map() };
  const { files, dynamic, script } = readManifest(join(previous, ".next/site"));
  await writeSite({
    folder: siteFolder,
    cache: join(process.cwd(), ".next/cache/brotli"),
    sources: [...sources, ...(await kept())],
    dynamic,
    script,
    previous: join(previous, ".next/site"),
  });
  rmSync(rendered, { recursive: true, force: true });
  rmSync(join(next, "server/route-cache"), { recursive: true, force: true });
  const records = Array.from(
    pages,
    ([path, route]) => [path, { route, asked: asked.get(path) ?? before.pages[path]?.asked }] as const,
  );
  const all = new Set(records.flatMap(([, { asked = [] }]) => asked));
  const more = answerHashes([...all].filter((one) => answers[one] === undefined));
  const known = Object.entries({ ...answers, ...more }).filter(([one]) => all.has(one));
  writePageRecords(releaseFolder, { pages: Object.fromEntries(records), answers: Object.fromEntries(known) });
  console.log(`update: ${waiting.length} of ${pages.size} pages rendered`);

  /** What is as it was: pages that have asked for nothing that changed, and what is no page but of the code. */
  async function kept(): Promise<EmittedFile[]> {
    const made = new Set(waiting);
    const publicNow = await publicFiles(join(process.cwd(), "public"));
    const isPublic = new Set(publicNow.map(({ path }) => path));
    const known = new Set(files.map(({ path }) => path));
    const stays = files.filter(({ path, droppedAt }) => {
      if (droppedAt || made.has(path)) return false;
      if (before?.pages[path]) return pages.has(path);
      return !path.startsWith("/images/") || isPublic.has(path);
    });
    return [...stays.map((kept) => ({ kept })), ...publicNow.filter(({ path }) => !known.has(path))];
  }
}

/** Of the routes that have several pages those that the content gives them now, and those of all others. */
function pagesNow(before: PageRecords): Map<string, string> {
  const routes = Object.values<string>(JSON.parse(readFileSync(join(next, "app-path-routes-manifest.json"), "utf8")));
  const several = staticPages(routes);
  const isOfSeveral = (route: string) => route.includes("[") && route.lastIndexOf("[") !== route.indexOf("[locale]");
  const single = Object.entries(before.pages).flatMap(([path, { route }]) =>
    isOfSeveral(route) ? [] : [[path, route] as const],
  );
  return new Map([...single, ...several]);
}

/** Asks Next for pages as they are with this content. */
async function render(paths: string[]): Promise<{ sources: Source[]; asked: Map<string, string[]> }> {
  const { preview } = takeNewPages();
  const pageUpdate = new AsyncLocalStorage<string[]>();
  Object.assign(globalThis, { pageUpdate });
  settleConfig();
  const { render } = openNext({ dev: false, dir: releaseFolder, port: 0 });
  const asked = new Map<string, string[]>();
  const sources: Source[] = [];
  for (const path of paths) {
    const asks: string[] = [];
    // What Next's own revalidation on demand sends.
    const request = requestFor(path, { "x-prerender-revalidate": preview.previewModeId });
    const { status, headers, body } = await pageUpdate.run(asks, () => captured(render, request));
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
    const from = join(rendered, createHash("sha256").update(path).digest("hex"));
    mkdirSync(dirname(from), { recursive: true });
    writeFileSync(from, body);
    sources.push({ path, from, type: headers["content-type"], isReplaced: true });
    asked.set(path, [...new Set(asks)]);
  }
  return { sources, asked };
}

/**
 * As the build has settled it, in the way of Next's own standalone server: compiling next.config.ts, and loading every page
 * before the first is rendered, would take 0.8 s.
 */
function settleConfig() {
  const { config } = JSON.parse(readFileSync(join(next, "required-server-files.json"), "utf8"));
  const experimental = { ...config.experimental, preloadEntriesOnStart: false };
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify({ ...config, experimental });
}

/** Next renders no page of a route that it did not know when it was built, unless it is told that there may be more. */
function takeNewPages() {
  const file = join(next, "prerender-manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  for (const route of Object.values<{ fallback: unknown }>(manifest.dynamicRoutes)) route.fallback = null;
  // Other releases share the file.
  rmSync(file);
  writeFileSync(file, JSON.stringify(manifest));
  return manifest;
}

function requestFor(path: string, headers: Record<string, string>): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, {
    method: "GET",
    url: encodeURI(path),
    headers: { host: "localhost", ...headers },
    complete: true,
  });
  request.push(null);
  return request;
}
