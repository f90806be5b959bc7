import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { filesForTests, importForTests } from "#lib/import/import-for-tests.ts";
import { openSource } from "./open-source.ts";
import { drawing, listed, paragraph, run, styled, wordForTests } from "./word-for-tests.ts";
import { zipForTests } from "./zip-for-tests.ts";

test("a Spanish document of Word becomes a draft, with its lists, its note and its picture", async () => {
  const { texts, told, images, errors } = await importForTests(await report(), { locale: "es" });

  expect(errors).toEqual([]);
  expect(images).toEqual(["informe-1.png"]);
  expect(Object.keys(texts)).toEqual(["content/es/blog/contratar-desde-bogota.md"]);
  const [text = ""] = Object.values(texts);
  expect(text).toBe(`---
metaTitle: Contratar desde Bogotá
meta_description: Las “horas” que comparten son 8 al día. Fuente
title: Contratar desde Bogotá
date: 2026-03-04
url: contratar-desde-bogota
category: innovation
draft: true
---

Las **“horas”** que comparten son 8 al día.[^1]

## Cómo se empieza

- Primero
- Segundo
  - Dentro

1. Uno
2. Dos

[Fuente](https://example.org/a?b=1\\&c=2)

![Equipo en una sala](informe-1.png)

| Ciudad | Personas |
| ------ | -------- |
| Cali   | 12       |

[^1]: DANE, 2025: 10 m²
`);
  expect(told).toEqual([
    "category: none is named; “innovation” stands there, change it where it does not fit",
    "meta_description: none is named; the beginning of the text stands there, write 70 to 160 characters",
  ]);
});

test("the same document a second time is said to be there, and nothing is written", async () => {
  const file = await report();
  const { root } = await importForTests(file, { locale: "es" });
  const again = await importForTests(file, { locale: "es", root });
  expect(again).toMatchObject({
    written: [],
    pictures: 0,
    images: ["informe-1.png"],
    refused: [
      { source: "informe.docx", why: expect.stringContaining("content/es/blog/contratar-desde-bogota.md is there") },
    ],
  });
});

test.each([
  ["a text that declares entities", { "word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }, /declares entities/],
  ["names that lead out of the folder", { "../../evil.xml": "<x/>" }, /names in it that lead out/],
  ["more than a document has", { "word/media/b.bin": Buffer.alloc(310_000_000) }, /unfolds to more than 300 MB/],
])("a document with %s is refused", async (_name, more, why) => {
  const folder = filesForTests({ "a.docx": wordForTests("", await picture(), more) });
  await expect(openSource(path.join(folder, "a.docx"))).rejects.toThrow(why);
});

test("what is no document is refused in words", async () => {
  const folder = filesForTests({ "a.docx": "text", "b.docx": zipForTests({ "a.txt": "text" }), "c.pages": "" });
  await expect(openSource(path.join(folder, "a.docx"))).rejects.toThrow(/a\.docx is no whole archive/);
  await expect(openSource(path.join(folder, "b.docx"))).rejects.toThrow(/b\.docx is no document of Word/);
  await expect(openSource(path.join(folder, "c.pages"))).rejects.toThrow(/none of what is read/);
});

async function report(): Promise<string> {
  const cells = (...words: string[]) =>
    `<w:tr>${words.map((word) => `<w:tc>${paragraph(run(word))}</w:tc>`).join("")}</w:tr>`;
  const body = [
    paragraph(run("Contratar desde Bogotá", "<w:b/>"), styled("Ttulo")),
    paragraph(
      `${run("Las ")}${run("“horas” ", "<w:b/>")}${run("que comparten son 8\u00a0al día.")}<w:r><w:footnoteReference w:id="2"/></w:r>`,
    ),
    paragraph(run("\u00a0")),
    paragraph(run("Cómo se empieza", "<w:b/>"), styled("Ttulo1")),
    paragraph(run("Primero"), listed(1)),
    paragraph(run("Segundo"), listed(1)),
    paragraph(run("Dentro"), listed(1, 1)),
    paragraph(run("Uno"), listed(2)),
    paragraph(run("Dos"), listed(2)),
    paragraph(`<w:hyperlink r:id="rId10">${run("Fuente")}</w:hyperlink>`),
    paragraph(drawing),
    `<w:tbl>${cells("Ciudad", "Personas")}${cells("Cali", "12")}</w:tbl>`,
  ];
  return path.join(filesForTests({ "informe.docx": wordForTests(body.join(""), await picture()) }), "informe.docx");
}

function picture(): Promise<Buffer> {
  return sharp({ create: { width: 700, height: 400, channels: 3, background: "#886600" } })
    .png()
    .toBuffer();
}
