import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { editorConfig } from "#lib/editor/editor-config.ts";
import { fileFormat } from "./file-format.ts";

const { formats } = editorConfig("en", { repository: undefined, siteUrl: "http://localhost:3000" }, "content");
const article = formats.find(({ name }) => name === "blog-mdx");
const { fromFile, toFile } = fileFormat("page", article?.fields ?? [], () => false);

test("every file of content that is offered comes back as it was", () => {
  const files = formats.flatMap((format) =>
    filesOf(format.name, format.extension).map((file) => ({ ...format, file })),
  );
  expect(files.length).toBeGreaterThan(70);
  for (const { file, layout, fields } of files) {
    const text = readFileSync(file, "utf8");
    const format = fileFormat(layout, fields, () => false);
    expect(format.toFile(format.fromFile(text)), file).toBe(text);
  }
});

const text = `---
# A note of ours.
title: 'Quoted, as "somebody" wrote it'   # why
date: 22 de noviembre de 2026
author: dreamcode
tags:
  - hiring
  - talent
services:
  [cloud,
   databases]
---


The text.
`;

test("one key changes alone, and the others keep their quotes, line breaks and comments", () => {
  const content = { ...fromFile(text), tags: ["hiring"] };
  expect(toFile(content)).toBe(text.replace(/tags:\n.*\n.* talent/, "tags: [hiring]"));
});

test("of a list, what was not changed stays as it is written, with its comments", () => {
  const home = formats.find(({ name }) => name === "home");
  const format = fileFormat("keys", home?.fields ?? [], () => false);
  const source = `figures:
  # The first.
  - value: { en: "6,100", es: '6.100' } # why
    label:
      en: companies
      es: empresas
    date: 2 de abril de 2025
  - value: { en: 1, es: 1 }
    label: { en: a, es: b }
`;
  const content = format.fromFile(source);
  const [first, second] = content.figures as Record<string, object>[];
  const changed = { ...content, figures: [{ ...first, value: { ...first?.value, en: "7,000, or so" } }, second] };
  expect(format.toFile(changed)).toBe(source.replace('"6,100"', '"7,000, or so"'));
  expect(format.toFile({ ...content, figures: [first] })).toContain("date: April 02, 2025");
});

test("a date in words is a day to the editor, and one that it sets is written in words", () => {
  const content = fromFile(text);
  expect(content.date).toBe("2026-11-22");
  expect(toFile({ ...content, date: "2026-12-01" })).toBe(text.replace("22 de noviembre de 2026", "December 01, 2026"));
});

test("what is emptied goes, and what is new stands where the fields have it", () => {
  const content = { ...fromFile(text), author: [], category: "canada", imglink: "/images/a b.jpg", draft: false };
  const now = text.replace("author: dreamcode\n", "").replace("tags:", "category: canada\nimglink: a b.jpg\ntags:");
  expect(toFile(content)).toContain("category: canada\nimglink: a b.jpg\n");
  expect(toFile(content)).not.toContain("author");
  expect(toFile(content).length).toBe(now.length);
});

test("a new article has its keys in their order, and the text", () => {
  const content = {
    title: 'AI: the "future"',
    date: "2026-04-02",
    tags: ["hiring", "talent"],
    draft: true,
    body: "## One\n",
  };
  expect(toFile(content)).toBe(
    `---\ntitle: 'AI: the "future"'\ndate: April 02, 2026\ndraft: true\ntags: [hiring, talent]\n---\n\n## One\n`,
  );
});

test("a name that is added or moved in a list of names leaves the others as they are", () => {
  const names = formats.find(({ name }) => name === "tags");
  const format = fileFormat("names", names?.fields ?? [], () => false);
  const source = "# Tags.\n\none: { en: One, es: Uno }\ntwo: { en: Two, es: Dos } # 2\n";
  const content = format.fromFile(source);
  const [one, two] = content.entries as object[];
  const three = { slug: "three", en: "Three", es: "Tres" };
  expect(format.toFile({ ...content, entries: [two, three, one] })).toBe(
    "# Tags.\n\ntwo: { en: Two, es: Dos } # 2\nthree:\n  en: Three\n  es: Tres\none: { en: One, es: Uno }\n",
  );
});

test("of a text from the editor a block that was emptied is kept, and a picture goes by its name", () => {
  const { fromFile, toFile } = fileFormat("page", article?.fields ?? [], () => true);
  const source = text.replace("The text.", "The text.\n\n<Callout>Its words.</Callout>");
  const content = fromFile(source);
  const body = "The text.\n\n<Callout></Callout>\n\n![A port](/images/port.png)";
  expect(toFile({ ...content, body })).toBe(source.replace(/\n$/, "\n\n![A port](port.png)\n"));
});

function filesOf(name: string, extension: string): string[] {
  if (name === "home-words") return globSync("content/*/home.yaml");
  const [kind] = name.split("-");
  return globSync([
    `content/*/${kind}/*.${extension}`,
    `content/${kind}/*.${extension}`,
    `content/${kind}.${extension}`,
  ]);
}
