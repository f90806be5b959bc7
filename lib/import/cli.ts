import { parseArgs } from "node:util";
import { readCategories } from "#lib/content/settings/categories.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { defaultLocale, isLocale, locales } from "#lib/i18n/locales.ts";
import { ImportError } from "#lib/import/read/import-error.ts";
import { openSource } from "#lib/import/read/open-source.ts";
import { outcomeLines } from "#lib/import/write/outcome-lines.ts";
import { writePosts } from "#lib/import/write/write-posts.ts";
import { keptByNpm } from "#lib/kept-by-npm.ts";

// `npm run import`: what was written elsewhere becomes drafts here.
const options = { locale: { type: "string" }, category: { type: "string" }, pictures: { type: "string" } } as const;
const usage = `Usage: npm run import -- FILE [--locale ${locales.join("|")}] [--category NAME] [--pictures FOLDER]

  FILE        an export of WordPress (.xml), a folder or .zip of Markdown or pages (Hugo, Jekyll, Notion, Obsidian), .docx, .html or .md;
              a name with spaces in quotes: "My post.docx"
  --locale    the language of the posts; without it the one that they name, else ${defaultLocale}
  --category  for posts that name none of ours
  --pictures  a copy of wp-content/uploads, for an export of WordPress
`;

process.exitCode = await run();

async function run(): Promise<number> {
  const call = readCall();
  if (!call) {
    process.stderr.write(usage);
    return 2;
  }
  const { file, locale, category, pictures } = call;
  try {
    const source = await openSource(file, pictures);
    try {
      const outcome = await writePosts(source, {
        root: contentRoot,
        locale: locale ?? defaultLocale,
        isForced: locale !== undefined,
        category,
      });
      for (const line of outcomeLines(outcome, source.notes)) console.log(line);
      return outcome.written.length > 0 ? 0 : 1;
    } finally {
      source.close?.();
    }
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    console.error(`import: ${error.message}`);
    return 1;
  }
}

function readCall() {
  const call = parsedCall();
  const [file, ...others] = call?.positionals ?? [];
  if (!call || !file || others.length > 0) return undefined;
  const { locale, category, pictures } = call.values;
  if (locale !== undefined && !isLocale(locale)) return undefined;
  if (category !== undefined && !(category in (readCategories(contentRoot).value ?? {}))) {
    console.error(`import: content/categories.yaml has no ${category}\n`);
    return undefined;
  }
  return { file, locale, category, pictures };
}

/** Undefined of what is no option of ours, and where npm has kept one: the posts would be of another language. */
function parsedCall() {
  const kept = keptByNpm(Object.keys(options));
  if (kept.length > 0) {
    console.error(`import: npm kept ${kept.join(" and ")} for itself: put -- before it.\n`);
    return undefined;
  }
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    console.error(`import: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}
