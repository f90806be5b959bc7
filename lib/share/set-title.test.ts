import { expect, test } from "vitest";
import { loadFaces } from "./faces.ts";
import { setText } from "./set-text.ts";
import { setLine, setTitle } from "./set-title.ts";

const box = { width: 726, height: 412 };

const titles = {
  "one letter": "C",
  "a long Spanish title": "¿Cómo contratar ingenieros en Bogotá, Medellín y Cali sin perder a los que ya están?",
  "a long Spanish word": "Internacionalización",
  "forty repeated words": "palabra muy larga ".repeat(40),
  "300 letters without a space": "x".repeat(300),
  "wide capitals": `${"W".repeat(20)} ${"M".repeat(13)}`,
  "an address": "https://example.com/a-very-long-address/with-many-parts/and-no-spaces-at-all",
  emoji: "Launching 🚀 with 👩‍💻 and 👨‍👩‍👧 from 🇨🇴 👍🏽 ❤️ 1️⃣",
  Chinese: "与哥伦比亚团队合作：您的下一支工程团队与您同一时区，全年不变。",
  Korean: "콜롬비아 팀과 함께 일하기: 같은 시간대",
};

const faces = await loadFaces(Object.values(titles));

test.each(Object.entries(titles))("%s stays in its box", (_name, title) => {
  const { size, lines } = setTitle(title, box, faces.title);

  expect(lines.length * size).toBeLessThanOrEqual(box.height);
  for (const { width } of lines) expect(width * size).toBeLessThanOrEqual(box.width + 2);
});

test.each([
  ["a word", "Cloud", 132],
  ["a sentence", "Your next team shares your clock.", 100],
  ["a title of five lines", "Colombia, one of the leaders in technological talent in Latin America", 74],
])("%s is set as large as it fits", (_name, title, size) => {
  expect(setTitle(title, box, faces.title).size).toBe(size);
});

test("a title is broken between words, into lines of about the same length", () => {
  const { lines } = setTitle("Flexible workspace", box, faces.title);
  expect(lines.map(({ glyphs }) => glyphs.length)).toEqual(["Flexible".length, "workspace".length]);
});

test.each([
  ["Educación y formación", ["Educación", "y formación"]],
  ["E-commerce and retail", ["E-commerce", "and retail"]],
])("%s leaves no scrap on a line", (title, expected) => {
  const { lines } = setTitle(title, box, faces.title);
  expect(lines.map(({ glyphs }) => glyphs.length)).toEqual(expected.map((line) => line.length));
});

test("all of a title is there while it fits, and the end of one that never does is left out", () => {
  const count = (title: string) => setTitle(title, box, faces.title).lines.flatMap(({ glyphs }) => glyphs).length;
  expect(count("x".repeat(250))).toBe(250);
  expect(count("x".repeat(3000))).toBeLessThan(500);
});

test("Chinese is broken between its letters, but not before a sign that closes", () => {
  const title = "您的下一支工程团队，与您同一时区，全年不变。";
  const narrow = { width: 300, height: 900 };
  const closing = Array.from("，。", (sign) => setText(sign, faces.title).glyphs[0]?.d);

  const { lines } = setTitle(title, narrow, faces.title);

  expect(lines.length).toBeGreaterThan(2);
  for (const { glyphs } of lines) expect(closing).not.toContain(glyphs[0]?.d);
});

test("no title gives no lines", () => {
  expect(setTitle(" ", box, faces.title).lines).toEqual([]);
});

test("a note is one line, shortened where it is too long", () => {
  expect(setLine("Innovation · April 2, 2025", 30, faces.note).glyphs).toHaveLength(26);
  expect(setLine("note ".repeat(60), 30, faces.note).width).toBeLessThanOrEqual(30);
});
