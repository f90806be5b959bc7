import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import pLimit from "p-limit";
import type { PublicEnv } from "#lib/env.ts";
import { absent } from "#lib/if-there.ts";
import { linkOrCopy } from "#lib/link-or-copy.ts";
import { stripScripts } from "#lib/serve/http/strip-scripts.ts";
import { listAbove } from "#lib/serve/site-folder/list-above.ts";
import { readManifest } from "#lib/serve/site-folder/read-manifest.ts";
import type { SiteFile, SiteManifest } from "#lib/serve/site-folder/site-manifest.ts";
import { unescaped } from "./addresses-in.ts";
import { contentType, isText } from "./content-type.ts";

export type Source = {
  path: string;
  /** Where it is, or what it says. */
  from: string | Buffer;
  type?: string;
  /** The next build puts another file in its place, and never writes over it. */
  isReplaced?: boolean;
};

/** Of `previous`, as it is there. */
type Kept = { kept: SiteFile };

export type EmittedFile = Source | Kept;

export type Site = {
  /** Where it is to be. */
  folder: string;
  /** Outlives builds. */
  cache: string;
  sources: EmittedFile[];
  /** Regular expressions. */
  dynamic: string[];
  /** The address of the script that improves forms. */
  script: string;
  builtFor: PublicEnv;
  changesAt?: string | undefined;
  /** Addresses of articles that readers see no longer, and where each leads. */
  hidden?: Record<string, string> | undefined;
  /** The site folder before this one. */
  previous?: string | undefined;
};

// As many as the threads that zlib works on.
const atOnce = 4;
// Of all 4,700 texts of a first build with 1,000 articles a language, quality 11 took 80 s.
const bestPerBuild = 500;
/** For as long as somebody may keep a page open, and then send its form. */
const keptMs = 30 * 24 * 60 * 60_000;

/** Writes the site folder: every file as it is served, texts compressed beside it, and `site.json`. */
export async function emitSite({
  folder,
  cache,
  sources,
  dynamic,
  script,
  builtFor,
  changesAt,
  hidden,
  previous,
}: Site) {
  const start = performance.now();
  await rm(folder, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });

  const files: SiteFile[] = [];
  const used = new Set<string>();
  let bytes = 0;
  let best = 0;
  await pLimit(atOnce).map(sources, async (source) => {
    const { file, size } = "kept" in source ? await keep(source.kept) : await store(source);
    files.push(file);
    bytes += size;
  });
  await prune();
  const old = previous ? readManifest(previous) : undefined;
  if (previous && old) files.push(...(await keepForOldPages(previous, old)));

  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest: SiteManifest = {
    files,
    dynamic,
    former: { ...(old && { ...formerEntries(old, files), ...formerPages(old, files) }), ...hidden },
    script,
    builtFor,
    changesAt,
  };
  await writeFile(join(folder, "site.json"), JSON.stringify(manifest));
  return { files: files.length, bytes, seconds: (performance.now() - start) / 1000 };

  async function store({
    path,
    from,
    type = contentType(path),
    isReplaced,
  }: Source): Promise<{ file: SiteFile; size: number }> {
    const isPage = type.startsWith("text/html");
    const raw = typeof from === "string" ? await readFile(from) : from;
    const page = isPage ? stripScripts(raw.toString(), script) : undefined;
    const body = page ? Buffer.from(page.html) : raw;
    const etag = createHash("sha256").update(body).digest("base64url").slice(0, 22);

    const file = isPage ? `${path}.html` : path;
    const target = join(folder, file);
    await mkdir(dirname(target), { recursive: true });
    const isImmutable = /^\/(_next\/static|images)\//.test(path);
    // It need not be there twice, as four hundred megabytes of share images would.
    if (typeof from === "string" && (isImmutable || (isReplaced && !isPage))) await linkOrCopy(from, target);
    else await writeFile(target, body);
    const entry: SiteFile = {
      path,
      file,
      type,
      isText: isText(type),
      isImmutable,
      etag,
      ...(page && { scripts: page.scripts, title: headingOf(page.html) }),
    };
    if (!entry.isText) return { file: entry, size: body.length };

    const br = await brotli(body, etag);
    await writeFile(`${target}.br`, br);
    await writeFile(`${target}.gz`, await promisify(gzip)(body, { level: 9 }));
    return { file: entry, size: br.length };
  }

  async function keep(file: SiteFile): Promise<{ file: SiteFile; size: number }> {
    if (!previous) throw new Error(`${file.path} is to be kept, and there is no site before this one`);
    await link(previous, file);
    used.add(`${file.etag}.br`);
    return { file, size: 0 };
  }

  async function link(from: string, { file, isText }: SiteFile) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    for (const ending of isText ? ["", ".br", ".gz"] : [""])
      await linkOrCopy(join(from, file + ending), join(folder, file + ending));
  }

  /**
   * Quality 11 takes 34 ms for an article where 8 takes 1, and saves 12 %: worth it once, and not again in every build.
   * Of very many new texts the last ones wait for it until a later build. (9 takes 6 ms and saves nothing.)
   */
  async function brotli(body: Buffer, etag: string): Promise<Buffer> {
    const name = `${etag}.br`;
    used.add(name);
    const kept = await readFile(join(cache, name)).catch(absent);
    if (kept) return kept;
    const isBest = best < bestPerBuild;
    if (isBest) best += 1;
    const made = await promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: isBest ? constants.BROTLI_MAX_QUALITY : 8,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    });
    if (isBest) await writeFile(join(cache, name), made);
    return made;
  }

  /** Scripts, styles and pictures that only pages of former builds ask for. */
  async function keepForOldPages(previous: string, before: SiteManifest): Promise<SiteFile[]> {
    const isHere = new Set(files.map(({ path }) => path));
    const old = before.files.flatMap((file): SiteFile[] => {
      const { droppedAt = new Date().toISOString() } = file;
      const isKept = file.isImmutable && !isHere.has(file.path) && Date.now() - Date.parse(droppedAt) < keptMs;
      return isKept ? [{ ...file, droppedAt }] : [];
    });
    for (const file of old) await link(previous, file);
    return old;
  }

  async function prune() {
    const left = (await readdir(cache)).filter((name) => !used.has(name));
    await Promise.all(left.map((name) => rm(join(cache, name))));
  }
}

function headingOf(html: string): string {
  const [, inside = ""] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html) ?? [];
  return unescaped(inside.replaceAll(/<[^>]*>/g, ""));
}

/** What readers do not see any more leads to its list also once its file is gone. */
function formerEntries({ former = {} }: SiteManifest, files: SiteFile[]): Record<string, string> {
  const isHere = new Set(files.map(({ path }) => path));
  return Object.fromEntries(
    Object.entries(former).flatMap(([path, list]) => {
      const now = isHere.has(list) ? list : listAbove(list);
      return isHere.has(path) || now === undefined || !isHere.has(now) ? [] : [[path, now]];
    }),
  );
}

function formerPages(before: SiteManifest, files: SiteFile[]): Record<string, string> {
  const isHere = new Set(files.map(({ path }) => path));
  const gone = [...Object.keys(before.former ?? {}), ...before.files.map(({ path }) => path)].filter(
    (path) => !isHere.has(path),
  );
  return Object.fromEntries(
    gone.flatMap((path) => {
      const above = listAbove(path);
      if (above === undefined) return [];
      return [[path, isHere.has(above) ? above : (listAbove(above) ?? above)]];
    }),
  );
}
