// `node lib/content/check/cli.ts [a release before it]`: texts that are as they were there are not looked at again. With
// --external other sites are asked whether what leads to them is there: no build does that.
import path from "node:path";
import { byPlace, type Problem, problemLine } from "#lib/content/source/content-error.ts";
import { locales } from "#lib/i18n/locales.ts";
import { keptByNpm } from "#lib/kept-by-npm.ts";
import { checkWords } from "./words/check-words.ts";

const goesOut = process.argv.includes("--external");
const [before, ...more] = process.argv.slice(2).filter((argument) => argument !== "--external");
if (before?.startsWith("--") || more.length > 0 || keptByNpm(["external"]).length > 0) {
  console.error("There is: npm run content, and npm run content -- --external");
  process.exit(2);
}

// The rest reads them itself, and cannot be loaded where they cannot.
const words = await checkWords(path.join(import.meta.dirname, "../../../content"));
const mistakes = words.filter(({ severity }) => severity === "error");
if (mistakes.length > 0) {
  for (const problem of words.sort(byPlace)) console.log(problemLine(problem));
  console.log(`content: ${mistakes.length} errors in the words of the site; the rest is checked when they are mended`);
  process.exit(1);
}

const { checkContent } = await import("./check-content.ts");
const { contentRoot } = await import("#lib/content/source/content-folder.ts");
const { decodePictures } = await import("./files/decode-pictures.ts");
const { leftOutLists } = await import("./left-out-lists.ts");
const { previews } = await import("#lib/content/lists/previews.ts");
const { currentRelease } = await import("#lib/release/releases.ts");
const { readPublicEnv } = await import("#lib/env.ts");
const { isRelease, releaseFolder } = await import("#lib/release/release-folder.ts");
const { readSoundTexts, writeSoundTexts } = await import("./text/sound-texts.ts");
const { checkExternal } = await import("./links/external-links.ts");
const { hidden, counts, sound, external, ...found } = checkContent(
  contentRoot,
  before ? readSoundTexts(before) : undefined,
);
if (isRelease()) writeSoundTexts(releaseFolder, sound);
const pictures = await decodePictures(contentRoot);
const outside = goesOut ? await checkExternal(external) : [];
const ofSeverity = (severity: Problem["severity"]) =>
  [...pictures, ...outside].filter((problem) => problem.severity === severity);
const errors = [...found.errors, ...ofSeverity("error")].sort(byPlace);
const warnings = [...words, ...found.warnings, ...ofSeverity("warning")].sort(byPlace);

// What stops the build comes first, and an empty line before what does not.
for (const problem of errors) console.log(problemLine(problem));
if (errors.length > 0 && warnings.length > 0) console.log();
for (const problem of warnings) console.log(problemLine(problem));

if (goesOut) {
  const asked = new Set(external.map(({ href }) => new URL(href).host)).size;
  console.log(`content: went out to the network, to ${external.length} links on ${asked} other sites`);
}
const both = `${errors.length} errors, ${warnings.length} warnings`;
if (errors.length > 0) {
  console.log(`content: ${both}`);
  process.exitCode = 1;
} else {
  const found = counts.map(([kind, count]) => `${count} ${kind === "blog" ? "articles" : kind}`);
  const waiting = hidden > 0 ? `, ${hidden} of the articles not shown (drafts, dated later, or over)` : "";
  for (const line of leftOutLists()) console.log(line);
  console.log(`content: ${found.join(", ")}${waiting}, ${both}`);
  // On a machine that serves nothing an address of its own would lead nowhere.
  if (currentRelease()) sayPreviews();
}

function sayPreviews() {
  const { siteUrl } = readPublicEnv();
  const when = isRelease() ? "" : ", once it is published with npm run publish";
  try {
    const lines = locales
      .flatMap((locale) => previews(locale))
      .map(({ entry, path }) => `  ${siteUrl}${path}  ${entry.file}`);
    if (lines.length > 0) console.log([`To be shown to whoever has the address${when}:`, ...lines].join("\n"));
  } catch (cause) {
    // Whoever checks need not be whoever publishes.
    const { code, path } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    console.log(`The addresses of what is not shown yet cannot be said: ${path} (${code})`);
  }
}
