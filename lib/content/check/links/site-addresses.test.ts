import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { locales } from "#lib/i18n/locales.ts";
import { sitePages } from "#lib/pages/site-pages.ts";

test("a text may link to every page of the sitemap", () => {
  const root = temporaryContent({ "en/blog/b.md": post({ url: "b", category: "support" }) });
  const pages = locales.flatMap((locale) => sitePages(locale, root).map(({ path }) => path));
  expect(pages.length).toBeGreaterThan(100);
  const links = pages.map((path) => `[x](${path})`).join(" ");
  const linking = temporaryContent({
    "en/blog/a.md": post({ url: "a", category: "support" }, `\n${links}\n`),
    "en/blog/b.md": post({ url: "b", category: "support" }),
  });
  expect(checkContent(linking).errors.map(problemLine)).toEqual([]);
});
