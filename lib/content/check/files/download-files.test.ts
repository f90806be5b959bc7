import { expect, test } from "vitest";
import { problemLine } from "#lib/content/source/content-error.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { downloadFiles } from "./download-files.ts";

const page = "\ufeff\n<!DOCTYPE html><title>Sign in</title>";
const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n";

test.each([
  ["guide.pdf", "%PDF-1.7 and so on", true],
  ["scanned.pdf", "\n\n%PDF-1.4", true],
  ["guide.pdf", pointer, false],
  ["guide.pdf", page, false],
  ["plan.docx", "PK\u0003\u0004", true],
  ["locked.xlsx", Buffer.from("d0cf11e0a1b11ae1", "hex"), true],
  ["plan.docx", page, false],
  ["rates.xlsx", "a;b", false],
  ["all.zip", pointer, false],
  ["rates.csv", "country;hours\n", true],
  ["rates.csv", page, false],
  ["rates.csv", pointer, false],
])("a download %s that begins with %j is what its name says: %s", (name, text, isRight) => {
  const problems = downloadFiles(temporaryContent({ [`files/${name}`]: text })).map(problemLine);
  expect(problems).toEqual(
    isRight ? [] : [expect.stringContaining(`content/files/${name}:1:1 file: is not what its name says`)],
  );
});
