import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";

const conflict = "<<<<<<< HEAD\nMine.\n=======\nTheirs.\n>>>>>>> branch\n";
const message =
  "file: <<<<<<<: git left two versions of the text here; keep one, and remove the lines with <<<<<<<, ======= and >>>>>>>";

test("two versions of a text that git left in a file are an error, once for each file", () => {
  const root = temporaryContent({
    "en/blog/a.md": post({}, `\nOne.\n\n${conflict}\n${conflict}`),
    "es/blog/a.md": post({}, "\nUn encabezado\n=======\n\nDos.\n"),
  });
  expect(checkContent(root).errors.map(problemLine)).toEqual([`content/en/blog/a.md:13:1 ${message}`]);
});
