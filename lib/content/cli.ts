import { checkContent } from "./check-content.ts";
import { byPlace, problemLine } from "./content-error.ts";

const { errors, warnings, hidden, counts } = checkContent();

for (const problem of [...errors, ...warnings].sort(byPlace)) console.log(problemLine(problem));

if (errors.length > 0) {
  console.log(`content: ${errors.length} errors, ${warnings.length} warnings`);
  process.exitCode = 1;
} else {
  const found = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  const waiting = hidden > 0 ? `, ${hidden} of the articles not shown yet (drafts, or dated later)` : "";
  console.log(`content: ${found.join(", ")}${waiting}, ${warnings.length} warnings`);
}
