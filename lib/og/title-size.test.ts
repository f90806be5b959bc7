import { expect, test } from "vitest";
import { titleBox, titleLines, titleSize } from "./title-size.ts";

test.each([
  ["a word", "Cloud", 92],
  ["the sentence of the home page", "Your next team shares your clock.", 92],
  ["a title of five lines", "Colombia, one of the leaders in technological talent in Latin America", 68],
  ["a short title with a long word", "Internacionalización", 48],
])("%s is set as large as it fits", (_name, title, size) => {
  expect(titleSize(title)).toBe(size);
});

test.each([
  ["a title of 800 letters", "palabra ".repeat(100)],
  ["one word of 300 letters", "x".repeat(300)],
  ["no title", ""],
])("%s has a size, and lines within the card", (_name, title) => {
  const size = titleSize(title);

  expect(size * titleLines(size)).toBeLessThanOrEqual(titleBox.height);
});
