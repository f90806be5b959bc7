import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { messages } from "#content/en/messages.ts";
import { articleForTests } from "#lib/content/kinds/article-for-tests.ts";
import { ArticleList } from "./article-list.tsx";

// Places of a grid of four that a list takes: its first card is two wide, and two high where it says so.
test.each([
  [3, 4],
  [4, 8],
  [5, 8],
  [6, 8],
  [7, 8],
  [9, 12],
  [23, 24],
])("%i articles leave hardly a place of %i empty", (count, places) => {
  const html = list(count);
  const lead = html.includes("lg:row-span-2") ? 4 : 2;
  expect(places - (lead + count - 1)).toBeLessThan(2);
});

test("one article alone stands beside its words, and of two neither is larger", () => {
  expect(list(1)).toContain("A description.");
  expect(list(2)).not.toContain("A description.");
});

function list(count: number): string {
  const articles = Array.from({ length: count }, (_, index) => articleForTests({ slug: `a${index}` }));
  return renderToStaticMarkup(
    <ArticleList articles={articles} text={messages.blog} findPicture={() => undefined} categoryName={String} />,
  );
}
