import { beforeEach, expect, test, vi } from "vitest";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("RELEASE_FOLDER", process.cwd());
  return () => vi.unstubAllEnvs();
});

test.each([
  ["off", ["now"]],
  ["on", ["later", "now", "draft", "over"]],
])("with SITE_STAGING=%s a release shows %j", async (staging, shown) => {
  vi.stubEnv("SITE_STAGING", staging);
  const { getArticles } = await import("./article.ts");
  const root = temporaryContent({
    "en/blog/now.md": post({ url: "now", date: "2025-04-04" }),
    "en/blog/draft.md": post({ url: "draft", date: "2025-04-03", draft: "true" }),
    "en/blog/over.md": post({ url: "over", date: "2025-04-02", until: "2025-04-05" }),
    "en/blog/later.md": post({ url: "later", date: "2205-04-02" }),
  });
  expect(getArticles("en", root).map(({ slug }) => slug)).toEqual(shown);
});
