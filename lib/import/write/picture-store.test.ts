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
  const awaited = { file: "desk-3.jpg", isThere: false };
  expect(store.reserve("desk.jpg", "https://a.example/desk.jpg")).toEqual(awaited);
  expect(store.reserve("desk.jpg", "https://a.example/desk.jpg")).toEqual(awaited);
  expect(store.written()).toBe(2);
  expect(readFileSync(path.join(root, "images/Team.JPG"), "utf8")).toBe("not of this import");
  expect(readFileSync(path.join(root, "images/desk.jpg")).equals(there)).toBe(true);
});

test("what somebody has put there since the last import is taken, by one address alone", async () => {
  const root = folderForTests();
  const [a, b] = ["https://a.example/team.jpg", "https://a.example/2024/team.jpg"];
  const first = pictureStore(root);
  expect([first.reserve("team.jpg", a), first.reserve("team.jpg", b)]).toEqual([
    { file: "team.jpg", isThere: false },
    { file: "team-2.jpg", isThere: false },
  ]);
  writeFileSync(path.join(root, "images/Team.jpg"), await picture(0));
  for (let round = 0; round < 2; round += 1) {
    const again = pictureStore(root);
    expect([again.reserve("team.jpg", a), again.reserve("team.jpg", b), again.reserve("team.jpg", a)]).toEqual([
      { file: "Team.jpg", isThere: true },
      { file: "team-2.jpg", isThere: false },
      { file: "Team.jpg", isThere: true },
    ]);
    expect(await again.keep("team.jpg", await picture(90))).toEqual({ file: "team-3.jpg" });
  }
});

function picture(shade: number): Promise<Buffer> {
  return sharp({ create: { width: 700, height: 400, channels: 3, background: { r: shade, g: 90, b: 0 } } })
    .jpeg()
    .toBuffer();
}
