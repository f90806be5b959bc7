import { expect, test } from "vitest";
import { bundleEditor } from "./bundle-editor.ts";

test("what the editor is made of comes from this site: its fonts, and every part that it names", async () => {
  const parts = await bundleEditor();
  const scripts = [...parts].filter(([name]) => name.endsWith(".js")).map(([, bytes]) => bytes.toString());
  const named = scripts.flatMap((script) => script.match(/(?<=["'`(/])assets\/[\w-]+\.\w+/g) ?? []);
  expect(new Set(named).size).toBeGreaterThan(5);
  expect(named.filter((name) => !parts.has(name))).toEqual([]);
  expect(scripts.join("\n")).not.toMatch(/url\(https?:/);
}, 60_000);

test.each([
  ["no such text", /^The package of the editor has 0 times instead of once: no such text — see "a-mend" in /],
  ["return", /^The package of the editor has \d\d+ times instead of once: return — see "a-mend" in /],
])(
  "where %s is to be mended and is not there once, it says so",
  async (from, message) => {
    await expect(bundleEditor({ name: "a-mend", from, to: from })).rejects.toThrow(message);
  },
  60_000,
);
