import { expect, test } from "vitest";
import { problemLine } from "#lib/content/source/content-error.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { findAuthor, readAuthors } from "./author.ts";

test("a portrait is found in content/images by its name, with the words for it in each language", () => {
  const root = contentWith("portrait: ./Ana.jpg\nportraitalt: { en: Ana at a desk, es: Ana en un escritorio }\n");
  expect(findAuthor("ana", root)).toMatchObject({
    portrait: "Ana.jpg",
    portraitalt: { en: "Ana at a desk", es: "Ana en un escritorio" },
  });
});

test.each([
  ["portrait: Anna.jpg", "2:11 portrait: warning: content/images has no Anna.jpg; did you mean Ana.jpg?"],
  ["portrait: ../x/b.jpg", "2:11 portrait: must be the file name alone; pictures are in content/images"],
  [
    "portraitalt: { en: Ana, es: Ana }",
    '2:14 portraitalt: warning: is shown with a portrait only; add a line "portrait: …", or remove this one',
  ],
  [
    "portrait: Ana.jpg\nportraitalt: { en: IMG_2031, es: Ana }",
    "3:20 portraitalt.en: warning: tells nothing of the picture; say what it shows, or remove it",
  ],
  [
    "portrait: Ana.jpg\nportraitfocus: face",
    '3:16 portraitfocus: cannot read "face" as a place in the picture; write it like left top, right, or 30% 20%',
  ],
  ["photo: /img/Ana.jpg", "2:1 photo: unknown key, did you mean portrait? write the line as portrait: Ana.jpg"],
])("%s is named with what to do", (line, message) => {
  expect(readAuthors(contentWith(line)).problems.map(problemLine)).toEqual([`content/authors/ana.yaml:${message}`]);
});

function contentWith(line: string) {
  return temporaryContent({ "authors/ana.yaml": `name: Ana\n${line}\n`, "images/Ana.jpg": "" });
}
