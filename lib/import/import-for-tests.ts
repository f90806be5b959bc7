import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { defaultLocale, type Locale } from "#lib/i18n/locales.ts";
import { openSource } from "#lib/import/read/open-source.ts";
import { writePosts } from "#lib/import/write/write-posts.ts";

type Files = Record<string, string | Uint8Array>;

/** A folder with what is to be imported. */
export function filesForTests(files: Files): string {
  const folder = folderForTests();
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  return folder;
}

type Imported = { locale?: Locale; root?: string; pictures?: string };

/** Imports a file or a folder into content of its own, and gives what came of it, with what the check says of it. */
export async function importForTests(file: string, { locale, root = temporaryContent({}), pictures }: Imported = {}) {
  const source = await openSource(file, pictures);
  try {
    const outcome = await writePosts(source, { root, locale: locale ?? defaultLocale, isForced: locale !== undefined });
    const { errors, warnings } = checkContent(root);
    return {
      ...outcome,
      root,
      ofSource: source.notes,
      texts: Object.fromEntries(
        outcome.written.map((name) => [name, readFileSync(path.join(path.dirname(root), name), "utf8")]),
      ),
      told: outcome.told.map(({ what, name, why }) => `${what}${name === undefined ? "" : ` “${name}”`}: ${why}`),
      images: readdirSync(path.join(root, "images")),
      errors: errors.map(problemLine),
      warnings: warnings.map(problemLine),
    };
  } finally {
    source.close?.();
  }
}
