import { readdirSync, utimesSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { shareImageCache } from "./share-image-cache.ts";

test("what is there already is not drawn again, and what shows something else is", async () => {
  const cache = shareImageCache(path.join(folderForTests(), "new"));
  const drawn: string[] = [];
  const get = async (name: string) => {
    const png = await cache.get(name, async () => Buffer.from(`picture ${drawn.push(name)}`));
    return png.toString();
  };
  expect([await get("cali"), await get("cali"), await get("bogota"), await get("cali")]).toEqual([
    "picture 1",
    "picture 1",
    "picture 2",
    "picture 1",
  ]);
});

test("a build removes what it did not ask for, and keeps what it took from an earlier one", async () => {
  const folder = folderForTests();
  const cache = shareImageCache(folder);
  for (const name of ["old", "taken"]) {
    await cache.get(name, async () => Buffer.from("picture"));
    utimesSync(path.join(folder, `${name}.png`), new Date(2026, 0, 1), new Date(2026, 0, 1));
  }
  // The clock that dates files is some milliseconds behind.
  const begin = Date.now() - 1000;
  await cache.get("taken", () => expect.unreachable());
  await cache.get("new", async () => Buffer.from("picture"));
  cache.removeUnused(begin);
  expect(readdirSync(folder).sort()).toEqual(["new.png", "taken.png"]);
});
