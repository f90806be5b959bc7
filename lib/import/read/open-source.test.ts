import { symlinkSync, truncateSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { filesForTests, importForTests } from "#lib/import/import-for-tests.ts";
import { openSource } from "./open-source.ts";

test.each(["a.xml", "a.docx", "a.html", "a.md", "a.zip"])(
  "%s of more than 200 MB is refused before it is read",
  async (name) => {
    const file = path.join(filesForTests({ [name]: "" }), name);
    // A file of nothing, which takes no room.
    truncateSync(file, 200_000_001);
    await expect(openSource(file)).rejects.toThrow(/has 201 MB; 200 are read at most/);
  },
);

test("a link to a picture or a folder outside is not followed", async () => {
  const outside = filesForTests({ "secret.png": "x", "more/b.md": "# B\n" });
  const folder = filesForTests({ "a.md": "# A\n\nText. ![S](secret.png)\n" });
  symlinkSync(path.join(outside, "secret.png"), path.join(folder, "secret.png"));
  symlinkSync(path.join(outside, "more"), path.join(folder, "more"));
  for (const source of [folder, path.join(folder, "a.md")]) {
    const { written, images, told } = await importForTests(source);
    expect({ written, images }).toEqual({ written: ["content/en/blog/a.md"], images: [] });
    expect(told).toContainEqual(
      expect.stringMatching(/^picture secret\.png: (is not in the folder|leads out of the folder)/),
    );
  }
});
