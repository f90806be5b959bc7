import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { decodePictures } from "#lib/content/check/files/decode-pictures.ts";
import { readArticles } from "#lib/content/kinds/article.ts";
import { problemLine } from "./content-error.ts";
import { listDownloads } from "./downloads.ts";
import { post, temporaryContent } from "./temporary-content.ts";

const isEndless = "is a pipe, a socket or a device, where a file is read; put the file itself here, or remove it";
const isLink = "is a link to what is not there; put the file itself here, or remove the link";

test.each<[what: string, file: string, make: (file: string) => void, message: string]>([
  [
    "a folder called like a text",
    "en/blog/draft.md",
    folder,
    "file name: folders are not read here; move its files one folder up",
  ],
  [
    "a folder called like a page",
    "es/pages/draft.md",
    folder,
    "file name: folders are not read here; move its files one folder up",
  ],
  [
    "a folder called like an author",
    "authors/luz.yaml",
    folder,
    "file name: folders are not read here; move its files one folder up",
  ],
  [
    "a folder in place of a list",
    "tags.yaml",
    folder,
    "file: is a folder, where a file is read; move it away, and write the file",
  ],
  [
    "a folder in place of the site's name",
    "site.yaml",
    folder,
    "file: is a folder, where a file is read; move it away, and write the file",
  ],
  ["a text that is a dangling link", "en/blog/shared.md", link, `file: ${isLink}`],
  ["a link that leads to itself", "en/blog/loop.mdx", loop, `file: ${isLink}`],
  ["an author that is a dangling link", "authors/luz.yaml", link, `file: ${isLink}`],
  ["a list that is a dangling link", "redirects.yaml", link, `file: ${isLink}`],
  ["a picture that is a dangling link", "images/x.jpg", link, `picture: ${isLink}`],
  [
    "a picture that is a link to a folder",
    "images/x.jpg",
    (file) => symlinkSync(".", file),
    "picture: is a folder, where a file is read; move it away, and write the file",
  ],
  ["a text that is a pipe", "en/blog/a.md", pipe, `file: ${isEndless}`],
  ["a list that is a pipe", "tags.yaml", pipe, `file: ${isEndless}`],
  ["a picture that is a pipe", "images/x.jpg", pipe, `picture: ${isEndless}`],
  ["a download that is a pipe", "files/x.csv", pipe, `file: ${isEndless}`],
  // Like one without the right to be read, which a test that runs as root cannot make.
  [
    "a text that the system will not read",
    "en/blog/a.md",
    (file) => symlinkSync("x".repeat(300), file),
    "file: cannot be read here (ENAMETOOLONG); copy it here again",
  ],
  [
    "a file in place of a folder",
    "en/blog",
    (file) => writeFileSync(file, ""),
    "file name: is a file, where a folder is read; move it away, and make the folder",
  ],
  [
    "a file in place of the pictures",
    "images",
    (file) => writeFileSync(file, ""),
    "file name: is a file, where a folder is read; move it away, and make the folder",
  ],
  ["a folder that is a dangling link", "es/services", link, `file name: ${isLink}`],
])("%s is one error, and hides no other", async (_what, file, make, message) => {
  const root = temporaryContent({ "en/industries/other.txt": "" });
  const place = path.join(root, file);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(path.dirname(place), { recursive: true });
  make(place);
  const other = "content/en/industries/other.txt:1:1 file name: rename it to .md";
  const errors = [...checkContent(root).errors, ...(await decodePictures(root))].map(problemLine);
  expect(errors.toSorted()).toEqual([`content/${file}:1:1 ${message}`, other].toSorted());
  expect(listDownloads(root)).toEqual([]);
});

test("while somebody writes, what cannot be read is read again when it has changed", () => {
  const root = temporaryContent({ "en/blog/a.md": post() });
  const file = path.join(root, "en/blog/loop.md");
  symlinkSync("loop.md", file);
  expect(readArticles(root, "en").problems).toHaveLength(1);
  rmSync(file);
  writeFileSync(file, post({ url: "b" }));
  expect(readArticles(root, "en").entries).toHaveLength(2);
});

function pipe(file: string) {
  execFileSync("mkfifo", [file]);
}

function folder(file: string) {
  mkdirSync(file);
  writeFileSync(path.join(file, "inside.md"), "words");
}

function link(file: string) {
  symlinkSync("../nowhere", file);
}

function loop(file: string) {
  symlinkSync(path.basename(file), file);
}
