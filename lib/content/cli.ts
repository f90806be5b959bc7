import { checkContent } from "./check-content.ts";
import { byPlace, type Problem, problemLine } from "./content-error.ts";
import { contentRoot } from "./content-folder.ts";
import { decodePictures } from "./decode-pictures.ts";

const { hidden, counts, ...found } = checkContent();
const pictures = await decodePictures(contentRoot);
const ofSeverity = (severity: Problem["severity"]) => pictures.filter((problem) => problem.severity === severity);
const errors = [...found.errors, ...ofSeverity("error")].sort(byPlace);
const warnings = [...found.warnings, ...ofSeverity("warning")].sort(byPlace);

// What stops the build comes first, and an empty line before what does not.
for (const problem of errors) console.log(problemLine(problem));
if (errors.length > 0 && warnings.length > 0) console.log();
for (const problem of warnings) console.log(problemLine(problem));

const both = `${errors.length} errors, ${warnings.length} warnings`;
if (errors.length > 0) {
  console.log(`content: ${both}`);
  process.exitCode = 1;
} else {
  const found = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  const waiting = hidden > 0 ? `, ${hidden} of the articles not shown yet (drafts, or dated later)` : "";
  console.log(`content: ${found.join(", ")}${waiting}, ${both}`);
}
