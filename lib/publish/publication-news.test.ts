import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { previews } from "#lib/content/lists/previews.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { publicationNews } from "./publication-news.ts";

const draft = post({ title: "The plan", url: "plan", draft: "true" });
const warned = "content/en/blog/a.md:1:1 translation: warning: has no pair in es";
const warnedBefore = "content/en/blog/b.md:1:1 translation: warning: has no pair in es";

beforeEach(() => {
  vi.stubEnv("FORM_SECRET", "a secret of thirty-two characters");
  return () => vi.unstubAllEnvs();
});

test("the warnings of files that a publication has changed are told, and those of others are not", () => {
  const before = release({ "en/blog/a.md": post({ url: "a" }), "en/blog/b.md": post({ url: "b" }) });
  const now = release({ "en/blog/a.md": post({ url: "a", title: "Other" }), "en/blog/b.md": post({ url: "b" }) });
  const news = newsOf(before, now, `Fetching\n${warned}\n${warnedBefore}\ncontent: 0 errors, 2 warnings\n`);
  expect(news?.text).toContain(warned);
  expect(news?.text).not.toContain("blog/b.md");
  expect(news?.text).toContain("https://a.test/publish/1");
});

test("a draft that comes is told once, with its title and its secret address", () => {
  const [before, now] = [release({}), release({ "en/blog/plan.md": draft })];
  const [{ path } = { path: "" }] = previews("en", join(now, "content"));
  expect(newsOf(before, now)?.text).toContain(`The plan\nhttps://a.test${path}\n`);
  const later = release({ "en/blog/plan.md": draft.replace("The plan", "Our plan") });
  expect(newsOf(now, later)).toBeUndefined();
});

test("where there is neither, nothing is told", () => {
  const before = release({ "en/blog/a.md": post({ url: "a" }) });
  expect(newsOf(before, release({ "en/blog/a.md": post({ url: "a", title: "Other" }) }))).toBeUndefined();
});

function newsOf(before: string, now: string, log = "") {
  return publicationNews({ before, release: now, log, siteUrl: "https://a.test", outcome: "https://a.test/publish/1" });
}

/** With the page of each draft, as a publication makes it. */
function release(files: Record<string, string>): string {
  const folder = folderForTests();
  cpSync(temporaryContent(files), join(folder, "content"), { recursive: true });
  mkdirSync(join(folder, ".next/site"), { recursive: true });
  const pages = previews("en", join(folder, "content")).map(({ path }) => ({ path, etag: "1", type: "text/html" }));
  writeFileSync(join(folder, ".next/site/site.json"), JSON.stringify({ files: pages }));
  return folder;
}
