import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";

test("a redirect to an article that is over leads on with it", () => {
  expect(errorsOf({ url: "moved", until: "April 3, 2025" })).toEqual([]);
});

test("a mistake in an article that was renamed is one mistake", () => {
  expect(errorsOf({ url: "moved", author: "nobody" })).toEqual([
    expect.stringMatching(/^content\/en\/blog\/a\.md:\d+:\d+ author: unknown author "nobody"/),
  ]);
});

function errorsOf(keys: Record<string, string>): string[] {
  const root = temporaryContent({
    "en/blog/a.md": post(keys),
    "redirects.yaml": "redirects:\n  - from: /en/blog/once\n    to: /en/blog/moved\n",
  });
  return checkContent(root).errors.map(problemLine);
}
