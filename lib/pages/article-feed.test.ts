import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { validateXML } from "xmllint-wasm";
import { findArticleList } from "#lib/content/lists/article-lists.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";

// Each as it comes: from Word, from a terminal, from a broken converter; and by a name of YAML or of Markdown.
const forbidden = ["\u0000", "\u0008", "\u000b", "\u000c", "\u001b", "\ufffe", "\uffff"];
const allowed = "\t\u0085\u00a0\u2028\ufdd0😀";

test("a feed stays readable, whatever characters stand in articles, titles, tags and names", async () => {
  const unseen = forbidden.join("");
  const { rssFeed } = await feedIn({
    "en/blog/a.md": post(
      { title: `"One ${unseen}${allowed}\\uD800 two"`, tags: "[hiring]", author: "ana" },
      `\nOne ${unseen}${allowed} two &#12; &#xb; ]]> three.\n`,
    ),
    "tags.yaml": `hiring: { en: Hir${unseen}ing, es: Contratación }\n`,
    "authors/ana.yaml": `name: Ana ${unseen} María\n`,
  });
  const feed = await rssFeed();

  const { valid, errors } = await validateXML({ xml: feed, normalization: "format" });
  expect(errors).toEqual([]);
  expect(valid).toBe(true);
  expect(feed).toContain(`<title>One ${allowed} two</title>`);
  expect(feed).toContain("<category>Hiring</category>");
});

test("a feed names each author of an article", async () => {
  const { rssFeed } = await feedIn({
    "en/blog/a.md": post({ author: "[ana, luz]" }),
    "authors/luz.yaml": "name: Luz\n",
  });
  expect(await rssFeed()).toMatch(/<dc:creator>Ana María<\/dc:creator>\s*<dc:creator>Luz<\/dc:creator>/);
});

/** Feeds of a project of their own: where pictures and content are is settled when the module is loaded. */
async function feedIn(files: Record<string, string>) {
  const root = temporaryContent(files);
  const project = path.dirname(root);
  const before = process.cwd();
  onTestFinished(() => process.chdir(before));
  process.chdir(project);
  vi.resetModules();

  const { rssFeed } = await import("./article-feed.ts");
  const articleList = findArticleList("en", "blog", "", root);
  if (!articleList) throw new Error("there is no blog");
  return { rssFeed: () => rssFeed({ locale: "en", articleList, self: "/en/feed.xml" }, async () => 7, root) };
}
