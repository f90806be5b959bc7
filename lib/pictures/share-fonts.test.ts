import { expect, test } from "vitest";
import { shareFonts } from "./share-fonts.ts";

test.each(["title", "note"] as const)("a %s in English or Spanish needs no font but the site's own", async (cut) => {
  const { fonts, lost, text } = await shareFonts(cut, "¿Qué talento hay en Bogotá? “Much” – 100 %");
  expect({ names: fonts.map(({ name }) => name), lost, text }).toEqual({
    names: [cut],
    lost: [],
    text: "¿Qué talento hay en Bogotá? “Much” – 100 %",
  });
});

test.each(["Łódź", "Москва", "東京", "コロンビア", "콜롬비아", "🚀", "❤️", "🇨🇴", "👨‍👩‍👧", "👍🏽"])(
  "%s has its letters, and each of its fonts a name of its own",
  async (text) => {
    const { fonts, lost, widthOf } = await shareFonts("title", text);
    expect(lost).toEqual([]);
    expect(fonts.length).toBeGreaterThan(1);
    expect(new Set(fonts.map(({ name }) => name)).size).toBe(fonts.length);
    expect(widthOf(text)).toBeGreaterThan(0.5);
  },
);

test("accents that stand apart from their letter, as in words from a Mac or a PDF, are drawn with it or left out", async () => {
  const { text, fonts } = await shareFonts("title", "Ti\u0301tulo nuevo, man\u0303ana, x\u0302");
  expect({ text, names: fonts.map(({ name }) => name) }).toEqual({ text: "Título nuevo, mañana, x", names: ["title"] });
});

test("letters that no font here has are named and left out", async () => {
  const { text, lost } = await shareFonts("title", "Cali قال!");
  expect({ text, lost }).toEqual({ text: "Cali !", lost: ["ق", "ا", "ل"] });
});
