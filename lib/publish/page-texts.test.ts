import { expect, test } from "vitest";
import { page } from "#lib/serve/site-for-tests.ts";
import { pageTextHash } from "./page-text-hash.ts";
import { pageTexts } from "./page-texts.ts";

const about = [{ path: "/en/about" }];

function textOf(text: string, around = "") {
  return pageTextHash(page("About", { body: `<header>${around}</header><main id="m">${text}</main>` }));
}

test("a page keeps the day of its last change for as long as it says the same", () => {
  const first = pageTexts(about, () => textOf("<p>Ten people.</p>"), {}, "2026-11-01");
  const same = pageTexts(about, () => textOf('<p class="x">Ten people.</p>', "a new menu"), first, "2026-11-20");
  const other = pageTexts(about, () => textOf("<p>Twelve people.</p>"), same, "2026-11-29");
  expect([first, same, other].map((texts) => texts["/en/about"]?.changed)).toEqual([
    "2026-11-01",
    "2026-11-01",
    "2026-11-29",
  ]);
});

test("where no release before it says what pages said, nobody knows when one was changed, until it is again", () => {
  const unknown = pageTexts(about, () => textOf("Ten"), undefined, "2026-11-01");
  const same = pageTexts(about, () => textOf("Ten"), unknown, "2026-11-20");
  const other = pageTexts(about, () => textOf("Twelve"), same, "2026-11-29");
  expect([unknown, same, other].map((texts) => texts["/en/about"]?.changed)).toEqual([
    undefined,
    undefined,
    "2026-11-29",
  ]);
});

test("an article was changed on the day it says, and a page that is made for a request at no known time", () => {
  const pages = [{ path: "/en/blog/a", changed: "2025-04-02" }, { path: "/en/hours" }];
  const texts = pageTexts(pages, (path) => (path === "/en/hours" ? undefined : textOf("A")), {}, "2026-11-29");
  expect(texts).toEqual({ "/en/blog/a": { text: expect.any(String), changed: "2025-04-02" } });
});
