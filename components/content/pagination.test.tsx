import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { messages } from "#content/en/messages.ts";
import { Pagination } from "./pagination.tsx";

test.each([
  [1, 2, "[1] 2"],
  [2, 2, "1 [2]"],
  [3, 5, "1 2 [3] 4 5"],
  [1, 84, "[1] 2 … 84"],
  [2, 84, "1 [2] 3 … 84"],
  [40, 84, "1 … 39 [40] 41 … 84"],
  [84, 84, "1 … 83 [84]"],
])("page %i of %i leads to %s", (number, count, expected) => {
  expect(numbersIn(render(number, count))).toBe(expected);
});

test("the position stands in words, and the ways back and on say what they are", () => {
  const html = render(2, 84);
  expect(html).toContain("Page 2 of 84");
  expect(html).toMatch(/<a href="\/1" rel="prev"[^>]*>Previous page</);
  expect(html).toMatch(/<a href="\/3" rel="next"[^>]*>Next page</);
  expect(html).toContain('aria-label="Page 84"');
  expect(render(1, 2)).not.toContain('rel="prev"');
  expect(render(2, 2)).not.toContain('rel="next"');
});

test("a list of one page needs none", () => {
  expect(render(1, 1)).toBe("");
});

function render(number: number, count: number) {
  return renderToStaticMarkup(
    <Pagination text={messages.lists} number={number} count={count} hrefOf={(page) => `/${page}`} />,
  );
}

/** The numbers as a reader sees them, the page itself in brackets. */
function numbersIn(html: string) {
  const list = /<ol.*<\/ol>/s.exec(html)?.[0] ?? "";
  return list
    .replaceAll(/<a [^>]*aria-current="page"[^>]*>(\d+)<\/a>/g, "[$1]")
    .replaceAll(/<[^>]+>/g, " ")
    .trim()
    .replaceAll(/\s+/g, " ");
}
