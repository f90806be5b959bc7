import pLimit from "p-limit";
import type { CheckedText } from "#lib/content/check/text/check-texts.ts";
import type { RawText } from "#lib/content/check/text/raw-texts.ts";
import type { Problem } from "#lib/content/source/content-error.ts";
import { readPublicEnv } from "#lib/env.ts";

export type ExternalLink = Pick<Problem, "file" | "line" | "column" | "field"> & { href: string };

const atOnce = 8;
const patienceMs = 10_000;
/** For all together: whoever waits for it has not forgotten why. */
const mostMs = 5 * 60_000;

/** Every address of another site that readers are led to, with its place: by texts, and by the files for the whole site. */
export function externalLinks(texts: CheckedText[], raw: RawText[]): ExternalLink[] {
  const { host } = new URL(readPublicEnv().siteUrl);
  const inTexts = texts.flatMap(({ file: { file }, links }) =>
    links.map(({ href, line, column }) => ({ file, line, column, field: "body", href })),
  );
  const inSettings = raw.filter(({ file }) => file.endsWith(".yaml") && !isOfSpam(file)).flatMap(linksInYaml);
  return [...inTexts, ...inSettings].filter(
    ({ href }) => /^https?:\/\//i.test(href) && URL.canParse(href) && new URL(href).host !== host,
  );
}

/** Asks for each address once. What is gone is an error; what may only be closed to programs, or away for now, a warning. */
export async function checkExternal(links: ExternalLink[]): Promise<Problem[]> {
  const end = AbortSignal.timeout(mostMs);
  const addresses = [...new Set(links.map(({ href }) => pageOf(href)))];
  const answers = await pLimit(atOnce).map(addresses, async (address) => {
    return [address, await troubleAt(address, AbortSignal.any([end, AbortSignal.timeout(patienceMs)]))] as const;
  });
  const troubles = new Map(answers);
  return links.flatMap(({ href, ...place }) => {
    const trouble = troubles.get(pageOf(href));
    return trouble ? [{ ...place, ...trouble }] : [];
  });
}

type Trouble = Pick<Problem, "severity" | "message">;

async function troubleAt(address: string, signal: AbortSignal): Promise<Trouble | undefined> {
  try {
    // Some servers answer nothing to HEAD, and some nothing to who says nothing of a browser.
    const answer = await fetch(address, {
      signal,
      headers: { "user-agent": "Mozilla/5.0 (compatible; content check)" },
    });
    await answer.body?.cancel();
    if (answer.ok) return undefined;
    const isGone = answer.status === 404 || answer.status === 410;
    const message = isGone
      ? `leads to ${address}, where nothing is any more (${answer.status}); correct or remove it`
      : `leads to ${address}, which answers programs with ${answer.status}; look at it in a browser`;
    return { severity: isGone ? "error" : "warning", message };
  } catch (cause) {
    const { name, cause: reason } = cause as Error & { cause?: NodeJS.ErrnoException };
    const why = name === "TimeoutError" ? "no answer in time" : (reason?.code ?? name);
    return {
      severity: "warning",
      message: `leads to ${address}, which did not answer (${why}); look at it in a browser`,
    };
  }
}

/** Not of what is a comment. */
function linksInYaml({ file, text }: RawText): ExternalLink[] {
  return text.split("\n").flatMap((line, index) => {
    if (/^\s*#/.test(line)) return [];
    const found = Array.from(line.matchAll(/https?:\/\/[^\s"'<>{},\]]+/g));
    return found.map(({ 0: href, index: start }) => ({
      file,
      line: index + 1,
      column: start + 1,
      field: "address",
      href,
    }));
  });
}

/** These show what unwanted mail looks like. */
function isOfSpam(file: string): boolean {
  return /\/(?:spam-examples|sales-phrases)\.yaml$/.test(file);
}

function pageOf(href: string): string {
  return href.replace(/#.*/, "");
}
