import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exportsOf } from "./check-words.ts";
import { placeholdersIn } from "./placeholders-in.ts";
import { wordsIn } from "./words-in.ts";

test("the list of all words is that of the English ones; after a change of theirs, write it with npx vitest -u", async () => {
  const files = Object.keys(exportsOf).filter((file) => file === "broken.ts" || file.startsWith("en/"));
  const words = files.flatMap((file) => wordsIn(readFileSync(`content/${file}`, "utf8"), exportsOf[file] ?? []));
  const lines = words.flatMap(({ name, kind, texts }) => {
    if (kind === "group" || /^broken\.(?!en\.)/.test(name)) return [];
    const placeholders = new Set(texts.flatMap(placeholdersIn));
    return [[name.replace(/^broken\.en\./, "broken.") + (kind === "list" ? "[]" : ""), ...placeholders].join(" ")];
  });
  expect(lines.length).toBeGreaterThan(400);
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("word-names.txt");
});
