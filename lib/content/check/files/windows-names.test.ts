import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { windowsNames } from "./windows-names.ts";

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

test.each([
  ["images/Cali: view.jpg", "it has a : in its name"],
  ["images/what?.jpg", "it has a ? in its name"],
  ['images/a "quote".jpg', 'it has a " in its name'],
  ["images/a\\b.jpg", "it has a \\ in its name"],
  ["images/aux.jpg", "aux is the name of a device there"],
  ["images/COM1.jpg", "COM1 is the name of a device there"],
])("%j is a warning, for a copy on Windows could not hold it", (file, reason) => {
  expect(warningsOf({ [file]: jpeg })).toEqual([
    `content/${file}:1:1 file name: warning: cannot be on a Windows machine: ${reason}; give it another name`,
  ]);
});

test.each(["photo.jpg ", "photo.jpg."])("%j is a warning, for Windows would take its last sign off", (name) => {
  expect(windowsNames(contentWith({ [`images/${name}`]: jpeg })).map(problemLine)).toEqual([
    `content/images/${name}:1:1 file name: warning: cannot be on a Windows machine: its name ends with a full stop or a space; give it another name`,
  ]);
});

test("two names that differ in capitals alone are a warning", () => {
  expect(warningsOf({ "images/Photo.jpg": jpeg, "images/photo.JPG": jpeg })).toEqual([
    "content/images/photo.JPG:1:1 file name: warning: cannot be on a Windows machine: Photo.jpg differs from it in capitals alone; give it another name",
  ]);
});

test.each(["images/console.jpg", "images/a (1), b & c ñ.jpg", "images/com10.jpg"])("%s is held everywhere", (file) => {
  expect(warningsOf({ [file]: jpeg })).toEqual([]);
});

test.each(["Thumbs.db", ".DS_Store", "desktop.ini", "~$post.docx", ".gitkeep", "ehthumbs.db", "a.md~"])(
  "%s, which a program left, stops nothing anywhere",
  (name) => {
    const folders = ["", "images/", "authors/", "en/", "en/blog/", "es/services/", "en/replies/", "en/projects/"];
    const files = Object.fromEntries(folders.map((folder) => [`${folder}${name}`, "\u0000"]));
    const { errors, warnings } = checkContent(contentWith(files));
    expect([...errors, ...warnings]).toEqual([]);
  },
);

function warningsOf(files: Record<string, string | Uint8Array>) {
  const { errors, warnings } = checkContent(contentWith(files));
  expect(errors).toEqual([]);
  return warnings.map(problemLine);
}

function contentWith(files: Record<string, string | Uint8Array>) {
  return temporaryContent({ "en/blog/a.md": post(), "es/blog/a.md": post(), ...files });
}
