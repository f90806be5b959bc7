// `node lib/content/check/cli.ts [a release before it]`: texts that are as they were there are not looked at again.
import path from "node:path";
import { byPlace, type Problem, problemLine } from "#lib/content/source/content-error.ts";
import { locales } from "#lib/i18n/locales.ts";
import { checkWords } from "./words/check-words.ts";

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
const { previews } = await import("#lib/content/lists/previews.ts");
const { currentRelease } = await import("#lib/release/releases.ts");
const { readPublicEnv } = await import("#lib/env.ts");
const { isRelease, releaseFolder } = await import("#lib/release/release-folder.ts");
const { readSoundTexts, writeSoundTexts } = await import("./text/sound-texts.ts");
const [, , before] = process.argv;
const { hidden, counts, sound, ...found } = checkContent(contentRoot, before ? readSoundTexts(before) : undefined);
if (isRelease()) writeSoundTexts(releaseFolder, sound);
const pictures = await decodePictures(contentRoot);
const ofSeverity = (severity: Problem["severity"]) => pictures.filter((problem) => problem.severity === severity);
const errors = [...found.errors, ...ofSeverity("error")].sort(byPlace);
const warnings = [...words, ...found.warnings, ...ofSeverity("warning")].sort(byPlace);

// What stops the build comes first, and an empty line before what does not.
for (const problem of errors) console.log(problemLine(problem));
if (errors.length > 0 && warnings.length > 0) console.log();
for (const problem of warnings) console.log(problemLine(problem));

const both = `${errors.length} errors, ${warnings.length} warnings`;
if (errors.length > 0) {
  console.log(`content: ${both}`);
  process.exitCode = 1;
} else {
  const found = counts.map(([kind, count]) => `${count} ${kind === "blog" ? "articles" : kind}`);
  const waiting = hidden > 0 ? `, ${hidden} of the articles not shown (drafts, dated later, or over)` : "";
  console.log(`content: ${found.join(", ")}${waiting}, ${both}`);
  // On a machine that serves nothing an address of its own would lead nowhere.
  if (hidden > 0 && currentRelease()) {
    const { siteUrl } = readPublicEnv();
    const when = isRelease() ? "" : ", once it is published with npm run publish";
    console.log(`To be shown to whoever has the address${when}:`);
    for (const { article, path } of locales.flatMap((locale) => previews(locale)))
      console.log(`  ${siteUrl}${path}  ${article.file}`);
  }
}
