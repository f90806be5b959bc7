import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";

test("letters that went wrong on their way are a warning in every kind of file, once a file", () => {
  const root = temporaryContent({
    "tags.yaml": "hiring: { en: Hiring, es: ContrataciÃ³n }\nteams: { en: Itâ€™s, es: Equipos }\n",
    "site.yaml": "name: Dream\u202eCode\n",
  });
  const found = checkContent(root).warnings.map(problemLine);
  expect(found.filter((line) => line.startsWith("content/tags.yaml"))).toEqual([
    'content/tags.yaml:1:37 file: warning: "Ã³" is here, as when a text was saved in another encoding; type the letter again',
  ]);
  expect(found).toContainEqual(expect.stringMatching(/^content\/site\.yaml:1:12 file: warning: .*\(U\+202E\)/));
});
