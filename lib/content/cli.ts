import { checkContent } from "./check-content.ts";
import { byPlace, problemLine } from "./content-error.ts";

const { errors, warnings, counts } = checkContent();

for (const problem of [...errors, ...warnings].sort(byPlace)) console.log(problemLine(problem));

if (errors.length > 0) {
  console.log(`content: ${errors.length} errors, ${warnings.length} warnings`);
  process.exitCode = 1;
} else {
  const { articles, services, pages } = counts;
  console.log(`content: ${articles} articles, ${services} services, ${pages} pages, ${warnings.length} warnings`);
}
