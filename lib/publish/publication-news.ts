import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { published as text } from "#content/en/mail.ts";
import { previews } from "#lib/content/lists/previews.ts";
import { fill } from "#lib/i18n/fill.ts";
import { locales } from "#lib/i18n/locales.ts";
import { readManifest } from "#lib/serve/site-folder/read-manifest.ts";
import { changesBetween } from "./changes-between.ts";

type Published = { before: string; release: string; log: string; siteUrl: string; outcome: string };

/**
 * What a person who has no shell would not see of a publication that went well: warnings of the files that it has changed, and
 * the secret addresses that were not there before. Undefined where there is neither.
 */
export function publicationNews({ before, release, log, siteUrl, outcome }: Published) {
  const warnings = log.split("\n").filter((line) => {
    const [, file] = /^(content\/\S.*?):\d+:\d+ [^:]+: warning: /.exec(line) ?? [];
    return file !== undefined && contentOf(join(before, file)) !== contentOf(join(release, file));
  });
  const known = new Set(readManifest(join(before, ".next/site")).files.map(({ path }) => path));
  const drafts = locales
    .flatMap((locale) => previews(locale, join(release, "content")))
    .filter(({ path }) => !known.has(path))
    .map(({ entry, path }) => `${entry.title}\n${siteUrl}${path}`);
  if (warnings.length === 0 && drafts.length === 0) return undefined;

  const parts = [
    text.intro,
    changesBetween(before, release).join("\n"),
    ...(warnings.length > 0 ? [text.warnings, warnings.join("\n")] : []),
    ...(drafts.length > 0 ? [text.drafts, drafts.join("\n\n")] : []),
    fill(text.whole, { outcome }),
  ];
  return { subject: text.subject, text: parts.filter((part) => part !== "").join("\n\n") };
}

function contentOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
