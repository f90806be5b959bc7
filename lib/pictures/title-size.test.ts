import { expect, test } from "vitest";
import { shareFonts } from "./share-fonts.ts";
import { titleSize } from "./title-size.ts";

const box = { width: 726, height: 412 };

test.each([
  ["a letter", "C", 132],
  ["a word", "Cloud", 132],
  ["a sentence", "Your next team shares your clock.", 100],
  ["a title of five lines", "Colombia, one of the leaders in technological talent in Latin America", 74],
  ["a long word", "Internacionalización", 56],
])("%s is set as large as it fits", async (_name, title, size) => {
  const { text, widthOf } = await shareFonts("title", title);
  expect(titleSize(text, box, widthOf)).toEqual({ size, isCut: false });
});

test("a word that is longer than a line is cut, and set no larger than 52", async () => {
  const { text, widthOf } = await shareFonts("title", `${"W".repeat(20)} ${"M".repeat(13)}`);
  expect(titleSize(text, box, widthOf)).toEqual({ size: 52, isCut: true });
});

test("a title that never fits has the smallest size, and its end is cut", async () => {
  const { text, widthOf } = await shareFonts("title", "palabra muy larga ".repeat(40).trim());
  expect(titleSize(text, box, widthOf)).toEqual({ size: 36, isCut: true });
});

test("between the letters of Chinese a line may end", () => {
  expect(titleSize("东".repeat(20), { width: 726, height: 412 }, (text) => [...text].length)).toEqual({
    size: 100,
    isCut: false,
  });
});
