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
