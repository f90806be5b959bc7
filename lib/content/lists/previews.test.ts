import { beforeEach, expect, test, vi } from "vitest";
import { openingForTests, serviceOfOpenings } from "#lib/content/kinds/opening-for-tests.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { previewOf, previews } from "./previews.ts";

beforeEach(() => {
  vi.stubEnv("FORM_SECRET", "a secret of thirty-two characters");
  return () => vi.unstubAllEnvs();
});

const files = {
  "en/blog/now.md": post({ url: "now" }),
  "en/blog/over.md": post({ url: "over", until: "2025-04-05" }),
  "en/blog/draft.md": post({ url: "draft", draft: "true" }),
  "en/blog/later.md": post({ url: "later", date: "2205-04-02" }),
  "es/blog/draft.md": post({ url: "borrador", draft: "true" }),
  ...serviceOfOpenings,
  "en/openings/later.md": openingForTests({ date: "2205-04-02", until: "2205-05-02" }),
  "en/openings/now.md": openingForTests({ date: "2025-04-02", until: "2205-05-02" }),
  "en/openings/over.md": openingForTests({ date: "2025-04-02", until: "2025-05-02" }),
};

test("drafts, and articles and openings to come, have an address each, and what readers see or saw has none", () => {
  const root = temporaryContent(files);
  const names = previews("en", root).map(({ entry }) => `${entry.kind}/${entry.name}`);
  expect(names.sort()).toEqual(["blog/draft", "blog/later", "openings/later"]);
  expect(previewOf("en", "openings", "later", root)?.entry.title).toBe("Support agent");
});

test("the address cannot be guessed from another one, and stays while its text, title and url change", () => {
  const root = temporaryContent(files);
  const all = [...previews("en", root), ...previews("es", root)].map(({ path }) => path);
  expect(new Set(all).size).toBe(4);
  expect(all.every((path) => /^\/(en|es)\/preview\/[\da-f]{32}$/.test(path))).toBe(true);
  const again = temporaryContent({
    ...files,
    "en/blog/draft.md": post({ url: "other", title: "B", draft: "true" }, "Text"),
  });
  expect([...previews("en", again), ...previews("es", again)].map(({ path }) => path).sort()).toEqual(all.sort());
  vi.stubEnv("FORM_SECRET", "another one of thirty-two letters");
  expect(all).not.toContain(previews("en", root)[0]?.path);
});
