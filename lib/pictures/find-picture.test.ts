import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import type { BuiltPicture } from "./built-picture.ts";
import { findPicture } from "./find-picture.ts";

const picture: BuiltPicture = { width: 960, height: 640, variants: [] };

test("a picture is found by its name, whichever way its accents are composed", () => {
  const folder = folderWith({ "Medellín.jpg": picture });

  expect(findPicture("Medellín.jpg".normalize("NFC"), folder)).toEqual(picture);
  expect(findPicture("Medellín.jpg".normalize("NFD"), folder)).toEqual(picture);
  expect(findPicture("medellin.jpg", folder)).toBeUndefined();
});

test("while an author writes, a picture that was built meanwhile is found", () => {
  const folder = folderWith({});
  expect(findPicture("team.jpg", folder)).toBeUndefined();

  writeFileSync(path.join(folder, "manifest.json"), JSON.stringify({ "team.jpg": picture }));
  expect(findPicture("team.jpg", folder)).toEqual(picture);
});

test("a site whose pictures were never built says which command does it", () => {
  expect(() => findPicture("team.jpg", path.join(tmpdir(), "no-such-folder"))).toThrow(
    /manifest\.json is missing; run: node lib\/pictures\/build-images\.ts$/,
  );
});

function folderWith(manifest: Record<string, BuiltPicture>) {
  const folder = folderForTests();
  writeFileSync(path.join(folder, "manifest.json"), JSON.stringify(manifest));
  return folder;
}
