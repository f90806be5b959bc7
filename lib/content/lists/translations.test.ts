import { expect, test } from "vitest";
import { getArticles } from "#lib/content/kinds/article.ts";
import { findPage, getPages } from "#lib/content/kinds/page.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { findCounterpart } from "./translations.ts";

test("a translation is the file of the same name, whatever its url and ending", () => {
  const root = temporaryContent({
    "en/blog/Talent: a view.md": post({ url: "talent" }),
    "es/blog/Talent: a view.mdx": post({ url: "talento" }),
    "es/blog/another.md": post({ url: "talent" }),
  });
  const [article] = getArticles("en", root);
  expect(article && findCounterpart(article, "es", root)).toMatchObject({ locale: "es", slug: "talento" });
});

test("a page without a translation has no counterpart, and a page is not the pair of a post", () => {
  const root = temporaryContent({ "en/pages/offices.md": page, "es/blog/offices.md": post() });
  const offices = findPage("en", "offices", root);

  expect(getPages("en", root)).toContain(offices);
  expect(offices).toMatchObject({ kind: "pages", slug: "offices", title: "About us", description: "Who we are." });
  expect(offices && findCounterpart(offices, "es", root)).toBeUndefined();
});

const page = "---\ntitle: About us\nmetaTitle: About us\nmeta_description: Who we are.\n---\n";
