import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { redirectRenamed } from "./redirect-renamed.ts";

test("a url that was changed since the release is redirected, with what led to it; comments stay", () => {
  const { content, moved, redirects } = published(
    "# Ours\nredirects:\n  # From the old site\n  - from: /jobs\n    to: /en/blog/first\n",
  );
  write(content, "en/blog/a.md", post({ url: "second" }));
  expect(moved()).toEqual([{ from: "/en/blog/first", to: "/en/blog/second" }]);
  expect(redirects()).toBe(
    "# Ours\nredirects:\n  # From the old site\n  - from: /jobs\n    to: /en/blog/second\n  - from: /en/blog/first\n    to: /en/blog/second\n",
  );
  expect(moved()).toEqual([]);
});

test("a redirect for every language to what moved in one is written out for each", () => {
  const { content, moved, redirects } = published(
    "redirects:\n  - from: /old\n    to: /blog/first\n  - from: /en/older\n    to: /blog/first\n  - from: /es/viejo\n    to: /blog/first\n",
  );
  write(content, "en/blog/a.md", post({ url: "second" }));
  moved();
  expect(redirects()).toBe(
    [
      "redirects:",
      ...[
        ["/en/old", "/en/blog/second"],
        ["/es/old", "/es/blog/first"],
        ["/en/older", "/en/blog/second"],
        ["/es/viejo", "/blog/first"],
        ["/en/blog/first", "/en/blog/second"],
      ].map(([from, to]) => `  - from: ${from}\n    to: ${to}`),
      "",
    ].join("\n"),
  );
});

test("one that is changed back leads in no circle", () => {
  const { content, moved, redirects } = published("redirects:\n  - from: /en/blog/zero\n    to: /en/blog/first\n");
  write(content, "en/blog/a.md", post({ url: "zero" }));
  moved();
  expect(redirects()).toBe("redirects:\n  - from: /en/blog/first\n    to: /en/blog/zero\n");
});

test("one that was renamed for a publication that failed, and then otherwise, leads with all that followed it to where it is", () => {
  const { content, moved, redirects } = published("redirects:\n  - from: /jobs\n    to: /en/blog/first\n");
  write(content, "en/blog/a.md", post({ url: "second" }));
  moved();
  write(content, "en/blog/a.md", post({ url: "third" }));
  expect(moved()).toEqual([{ from: "/en/blog/first", to: "/en/blog/third" }]);
  expect(redirects()).toBe(
    "redirects:\n  - from: /jobs\n    to: /en/blog/third\n  - from: /en/blog/first\n    to: /en/blog/third\n",
  );
  expect(moved()).toEqual([]);
});

test.each([
  ["another article", "/en/blog/other", ""],
  ["another article, in whatever language its reader has", "/blog/other", ""],
  ["a list", "/en/blog/category/canada", ""],
  ["a page", "/en/services", ""],
  ["what is redirected itself", "/en/blog/older", "  - from: /en/blog/older\n    to: /en/blog/other\n"],
  ["what may be the article with mistakes", "/en/blog/wrong", ""],
])("a line that a person wrote to %s stays", (what, to, more) => {
  const { content, moved, redirects } = published(`redirects:\n  - from: /en/blog/first\n    to: ${to}\n${more}`);
  const before = redirects();
  write(content, "en/blog/b.md", post({ url: "other" }));
  if (what.endsWith("mistakes")) write(content, "en/blog/c.md", post({ url: "wrong", date: "soon" }));
  write(content, "en/blog/a.md", post({ url: "second" }));
  expect(moved()).toEqual([]);
  expect(redirects()).toBe(before);
});

test("into an empty list it is written as a list", () => {
  const { content, moved, redirects } = published("redirects: []\n");
  write(content, "en/blog/a.md", post({ url: "second" }));
  moved();
  expect(redirects()).toBe("redirects:\n  - from: /en/blog/first\n    to: /en/blog/second\n");
});

test.each([
  ["a file that says something else", post({ url: "first", title: "Another title" })],
  ["a file that cannot be read", "---\nurl: [\n"],
])("%s writes nothing", (_what, text) => {
  const { content, moved, redirects } = published("redirects: []\n");
  write(content, "en/blog/a.md", text);
  expect(moved()).toEqual([]);
  expect(redirects()).toBe("redirects: []\n");
});

test("neither does a draft that no reader knew, nor a url that another article has now", () => {
  const { content, moved } = published("redirects: []\n", { "en/blog/b.md": post({ url: "draft", draft: "true" }) });
  write(content, "en/blog/b.md", post({ url: "ready" }));
  expect(moved()).toEqual([]);
  write(content, "en/blog/a.md", post({ url: "second" }));
  write(content, "en/blog/c.md", post({ url: "first" }));
  expect(moved()).toEqual([]);
});

/** A project whose article was published as /en/blog/first. */
function published(redirectsYaml: string, more: Record<string, string> = {}) {
  const content = temporaryContent({
    "redirects.yaml": redirectsYaml,
    "en/blog/a.md": post({ url: "first" }),
    ...more,
  });
  const project = dirname(content);
  const release = join(project, ".releases/1");
  cpSync(content, join(release, "content"), { recursive: true });
  const files = [{ path: "/en/blog/first" }];
  write(release, ".next/site/site.json", JSON.stringify({ files }));
  return {
    content,
    moved: () => redirectRenamed(release, project),
    redirects: () => readFileSync(join(content, "redirects.yaml"), "utf8"),
  };
}

function write(folder: string, file: string, text: string) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}
