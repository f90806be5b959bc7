import { basename, join } from "node:path";
import { readEnv } from "#lib/env.ts";
import { indexNowPath } from "#lib/index-now-path.ts";
import { readPageTexts } from "./page-texts.ts";

type Publication = { before: string; release: string };

const endpoint = "https://api.indexnow.org/indexnow";
const patienceMs = 10_000;
/** As many as one message may name. */
const mostTold = 10_000;

/**
 * Tells search engines (Bing, Yandex and others; Google takes none of it) which pages say something else than in the release
 * before, are new or are gone. Readers see the release whether that works or not, so a failure is told and nothing else.
 */
export async function tellIndexNow({ before, release }: Publication, to = endpoint): Promise<void> {
  try {
    const { indexNowKey: key, siteUrl, isStaging } = readEnv();
    if (!key || isStaging) return;
    const paths = changedPaths(before, release).slice(0, mostTold);
    if (paths.length === 0) return;
    const answer = await fetch(to, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify({
        host: new URL(siteUrl).host,
        key,
        keyLocation: siteUrl + indexNowPath(key),
        urlList: paths.map((path) => siteUrl + encodeURI(path)),
      }),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    console.log(`IndexNow was told of ${paths.length} pages of release ${basename(release)}.`);
  } catch (cause) {
    console.error(`IndexNow was not told what has changed: ${reasonOf(cause)}`);
  }
}

/** What fetch says of itself is "fetch failed" alone. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const { code } = (cause.cause ?? {}) as NodeJS.ErrnoException;
  return code ? `${cause.message} (${code})` : cause.message;
}

/** Of a release of a former version nobody knows what its pages said: then none of them has changed. */
function changedPaths(before: string, release: string): string[] {
  const [old, now] = [before, release].map((folder) => readPageTexts(join(folder, ".next/site")));
  if (!old || !now) return [];
  const paths = new Set([...Object.keys(now), ...Object.keys(old)]);
  return [...paths].filter((path) => old[path]?.text !== now[path]?.text);
}
