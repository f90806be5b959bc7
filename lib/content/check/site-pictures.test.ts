import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";

test("a picture that site.yaml names and that is not there is a warning at its line", () => {
  const root = temporaryContent({
    "site.yaml": `name: DreamCode
contact:
  name: Ana Torres
  portrait: ana.jpg
photographs:
  - picture: desks.jpg
    alt: { en: Desks in Cali, es: Escritorios en Cali }
`,
  });
  expect(
    checkContent(root)
      .warnings.map(problemLine)
      .filter((line) => line.includes("site.yaml")),
  ).toEqual([
    "content/site.yaml:4:13 contact.portrait: warning: content/images has no ana.jpg; put the picture there",
    "content/site.yaml:6:14 photographs.0.picture: warning: content/images has no desks.jpg; put the picture there",
  ]);
});
