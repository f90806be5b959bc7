import { expect, test } from "vitest";
import { getArticles } from "./articles.ts";
import { findPage, getPages } from "./pages.ts";
import { post, temporaryContent } from "./temporary-content.ts";
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
  const root = temporaryContent({ "en/pages/about.md": page, "es/blog/about.md": post() });
  const about = findPage("en", "about", root);

  expect(getPages("en", root)).toEqual([about]);
  expect(about).toMatchObject({ kind: "pages", slug: "about", title: "About us", description: "Who we are." });
  expect(about && findCounterpart(about, "es", root)).toBeUndefined();
});

const page = "---\ntitle: About us\nmetaTitle: About us\nmeta_description: Who we are.\n---\n";
