import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { pictureStore } from "./picture-store.ts";

test("a picture of a name that is taken gets a number, and one that is there already stays alone", async () => {
  const root = folderForTests();
  mkdirSync(path.join(root, "images"));
  const [there, other] = [await picture(0), await picture(90)];
  writeFileSync(path.join(root, "images/Team.JPG"), "not of this import");
  writeFileSync(path.join(root, "images/desk.jpg"), there);
  const store = pictureStore(root);

  // One file on Windows, where capitals are no difference.
  expect(await store.keep("Team.jpeg", other)).toEqual({ file: "team-2.jpg" });
  expect(await store.keep("desk.jpg", there)).toEqual({ file: "desk.jpg" });
  expect(await store.keep("desk.jpg", other)).toEqual({ file: "desk-2.jpg" });
  expect(await store.keep("desk.jpg", other)).toEqual({ file: "desk-2.jpg" });
  expect(store.reserve("desk.jpg", "https://a.example/desk.jpg")).toBe("desk-3.jpg");
  expect(store.reserve("desk.jpg", "https://a.example/desk.jpg")).toBe("desk-3.jpg");
  expect(store.written()).toBe(2);
  expect(readFileSync(path.join(root, "images/Team.JPG"), "utf8")).toBe("not of this import");
  expect(readFileSync(path.join(root, "images/desk.jpg")).equals(there)).toBe(true);
});

function picture(shade: number): Promise<Buffer> {
  return sharp({ create: { width: 700, height: 400, channels: 3, background: { r: shade, g: 90, b: 0 } } })
    .jpeg()
    .toBuffer();
}
