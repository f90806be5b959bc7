import { expect, test } from "vitest";
import { loadFaces } from "./faces.ts";
import { setText } from "./set-text.ts";

test("English and Spanish need no font but Archivo", async () => {
  const { title, note } = await loadFaces(["¿Qué talento hay en Bogotá? “Much” – 100 %"]);
  expect([title.length, note.length]).toEqual([1, 1]);
});

test.each(["Łódź", "Москва", "東京", "コロンビア", "콜롬비아", "🚀", "❤️", "🇨🇴"])("%s has its letters", async (text) => {
  const { title, note } = await loadFaces([text]);
  for (const face of [title, note]) {
    const { glyphs } = setText(text, face);
    expect(glyphs.map(({ d }) => d.length > 0)).not.toContain(false);
    expect(glyphs.length).toBeGreaterThan(0);
  }
});

test("a family of three is one sign, and so is a thumb of any colour", async () => {
  const { title } = await loadFaces(["👨‍👩‍👧👍🏽"]);
  expect(setText("👨‍👩‍👧", title).glyphs).toHaveLength(1);
  expect(setText("👍🏽", title).glyphs).toHaveLength(1);
});

test("people joined in a way that has no sign are the first of them", async () => {
  const { title } = await loadFaces(["🐕‍🐈"]);
  const joined = setText("🐕‍🐈", title).glyphs;
  expect(joined.map(({ d }) => d)).toEqual(setText("🐕", title).glyphs.map(({ d }) => d));
});

test("an emoji as old as a sign is set, not left to the letters' own font", async () => {
  const { title } = await loadFaces(["A❤B"]);
  expect(setText("A❤B", title).glyphs).toHaveLength(3);
});
