import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "./content-error.ts";
import { post, temporaryContent } from "./temporary-content.ts";

/** What is said of a line that stands in the place of the line of our key, or after all others. */
const cases: [line: string, ours: string, said: string][] = [
  ["slug: my-post", "url", "did you mean url? write the line as url: my-post"],
  ["permalink: /blog/2024/my-post.html", "url", "did you mean url? write the line as url: my-post"],
  ["slug: año nuevo", "url", "did you mean url?"],
  ["publishDate: 2024-05-06T10:00:00Z", "date", "did you mean date? write the line as date: 2024-05-06"],
  ["published: May 6, 2024", "date", "did you mean date? write the line as date: May 6, 2024"],
  ["pubDate: yesterday", "date", "did you mean date?"],
  ["lastmod: 2024-05-06", "updated", "did you mean updated? write the line as updated: 2024-05-06"],
  ["published: false", "draft", "did you mean draft? write the line as draft: true"],
  ["status: draft", "draft", "did you mean draft? write the line as draft: true"],
  ["status: publish", "draft", "did you mean draft? write the line as draft: false"],
  ["image: /uploads/our%20team.jpg?w=800", "imglink", "did you mean imglink? write the line as imglink: our team.jpg"],
  ["cover: { image: a.jpg, alt: A }", "imglink", "did you mean imglink? write the line as imglink: a.jpg"],
  ["images: [a.jpg, b.jpg]", "imglink", "did you mean imglink? write the line as imglink: a.jpg"],
  ["featured_image: 712", "imglink", "did you mean imglink?"],
  ["imageAlt: Our team", "imgalt", "did you mean imgalt? write the line as imgalt: Our team"],
  ["categories: [support]", "category", "did you mean category? write the line as category: support"],
  ["categories: [support, innovation]", "category", "did you mean category?"],
  ["keywords: hiring, nearshoring", "tags", "did you mean tags? write the line as tags: [hiring, nearshoring]"],
  ["hashtags: '#hiring #nearshoring'", "tags", "did you mean tags? write the line as tags: [hiring, nearshoring]"],
  ["authors: [ana]", "author", "did you mean author? write the line as author: ana"],
  ["authors: [ana, luz]", "author", "did you mean author? write the line as author: [ana, luz]"],
  ["reading_time: 7 min", "read", "did you mean read? write the line as read: 7 min"],
  ['seoTitle: "AI: the future"', "metaTitle", 'did you mean metaTitle? write the line as metaTitle: "AI: the future"'],
  [`description: ${"Long. ".repeat(20)}`, "meta_description", "did you mean meta_description?"],
  [`excerpt: ${"Long. ".repeat(20)}`, "meta_description", "did you mean meta_description?"],
];

test.each(cases)("%s is answered with our name for it", (line, ours, said) => {
  const root = temporaryContent({ "en/blog/a.md": post({ [ours]: undefined }).replace("---\n", `---\n${line}\n`) });
  expect(checkContent(root).errors.map(problemLine)).toEqual([
    `content/en/blog/a.md:2:1 ${line.replace(/:.*/, "")}: unknown key, ${said}`,
  ]);
});

test("where our key is there as well, its other name can go", () => {
  const root = temporaryContent({ "en/blog/a.md": post({ description: "A post." }) });
  expect(checkContent(root).errors.map(problemLine)).toEqual([
    "content/en/blog/a.md:9:1 description: unknown key; meta_description says it here, so remove this one",
  ]);
});
