import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";

test("a link that leads out of the content is refused, wherever it stands, and one within it is not", () => {
  const root = temporaryContent({ "files/prices.pdf": "%PDF-1.7 prices" });
  writeFileSync(path.join(root, "../.env"), "SMTP_URL=smtp://user:password@server");
  mkdirSync(path.join(root, "../outside"));
  symlinkSync("../../.env", path.join(root, "files/relative.csv"));
  symlinkSync(path.join(root, "../.env"), path.join(root, "files/absolute.csv"));
  symlinkSync("../outside", path.join(root, "images"));
  symlinkSync("prices.pdf", path.join(root, "files/same.pdf"));
  symlinkSync("ana@desk.4711", path.join(root, ".#site.yaml"));

  const found = checkContent(root).errors.map(problemLine);
  const outside = found.filter((line) => line.includes("leads out of content/"));
  expect(outside.map((line) => line.split(":")[0]).toSorted()).toEqual([
    "content/files/absolute.csv",
    "content/files/relative.csv",
    "content/images",
  ]);
  expect(found.filter((line) => line.includes("same.pdf"))).toEqual([]);
});
