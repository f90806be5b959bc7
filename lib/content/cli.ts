import { checkContent } from "./check-content.ts";
import { byPlace, problemLine } from "./content-error.ts";

const { errors, warnings, counts } = checkContent();

for (const problem of [...errors, ...warnings].sort(byPlace)) console.log(problemLine(problem));

if (errors.length > 0) {
  console.log(`content: ${errors.length} errors, ${warnings.length} warnings`);
  process.exitCode = 1;
} else {
  const found = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  console.log(`content: ${found.join(", ")}, ${warnings.length} warnings`);
}
