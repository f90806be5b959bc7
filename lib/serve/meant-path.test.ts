import { expect, test } from "vitest";
import { frontForTests } from "./front-for-tests.ts";
import { meantPath } from "./meant-path.ts";
import { page, siteForTests } from "./site-for-tests.ts";

const inSpanish = { headers: { "accept-language": "es" } };

const meant = [
  ["/en/Blog?a=1", "/en/blog?a=1"],
  ["/EN/BLOG/", "/en/blog"],
  ["/es/blog/some-post", "/es/blog/Some-Post"],
  ["/es/blog/SOME-POST.md", "/es/blog/Some-Post.md"],
  ["/en/Hours?office=toronto", "/en/hours?office=toronto"],
  ["/Blog", "/es/blog"],
  ["/Staff-Augmentation", "/es/services/staff-augmentation"],
  ["/staff-augmentation.", "/es/services/staff-augmentation"],
  ["/en/blog.", "/en/blog"],
  ["/en/blog,", "/en/blog"],
  ["/en/blog).?utm_source=x", "/en/blog?utm_source=x"],
  ["/en/blog%22", "/en/blog"],
  ["/en/blog%E2%80%9D", "/en/blog"],
  ["/en/blog%2C", "/en/blog"],
  ["/en/blog%3b%20", "/en/blog"],
  ["/en/blog/).", "/en/blog"],
  ["/en/blog%5D", "/en/blog"],
  ["/en/blog%3E", "/en/blog"],
  ["/en/blog%3C/a%3E", "/en/blog"],
  ["/en/blog%22%20class=%22x", "/en/blog"],
  ["/en/blog%E2%80%94", "/en/blog"],
  ["/en/blog-", "/en/blog"],
  ["/en/blog~", "/en/blog"],
  ["/en/blog%F0%9F%91%87", "/en/blog"],
  ["/en/blog%E2%AC%87%EF%B8%8F", "/en/blog"],
  ["/en/blog%0A", "/en/blog"],
  ["/en/blog%0D%0A", "/en/blog"],
  ["/en/blog.%09", "/en/blog"],
  ["/en/blog%E3%80%80", "/en/blog"],
  ["/en/blog%EF%BB%BF", "/en/blog"],
  ["/en/blog%E2%80%8E", "/en/blog"],
  ["/some-page?a=1", "/es/some-page?a=1"],
  ["/Some-Page/", "/es/some-page"],
  ["/some-page.html", "/es/some-page"],
  ["/es/blog/Some-Post'", "/es/blog/Some-Post"],
  ["/es/blog/Some-Post.md.", "/es/blog/Some-Post.md"],
  ["/en/hours.", "/en/hours"],
  ["/en/hours&office=toronto", "/en/hours?office=toronto"],
  ["/en/blog&utm_source=li&utm_medium=x", "/en/blog?utm_source=li&utm_medium=x"],
  ["/en/Blog%3Futm_source%3Dli%26utm_medium=x", "/en/blog?utm_source=li&utm_medium=x"],
  ["/en/blog&a=1?b=2", "/en/blog?a=1&b=2"],
  ["//en/blog", "/en/blog"],
  ["/en//blog", "/en/blog"],
  ["///en//Blog//?a=1", "/en/blog?a=1"],
  ["/es/blog/Some-Post.html", "/es/blog/Some-Post"],
  ["/es/blog/some-post.htm?a=1", "/es/blog/Some-Post?a=1"],
  ["/es/blog/Some-Post/amp", "/es/blog/Some-Post"],
  ["/es/blog/Some-Post/amp/", "/es/blog/Some-Post"],
  ["/en/hours.html", "/en/hours"],
  ["/en/blog/index.htm", "/en/blog"],
  ["/en/blog/index.php?a=1", "/en/blog?a=1"],
  ["/en/blog.php", "/en/blog"],
  ["/sitemap_index.xml", "/sitemap.xml"],
  ["/wp-sitemap.xml", "/sitemap.xml"],
  ["/Sitemap.xml", "/sitemap.xml"],
  ["/A.PNG", "/a.png"],
  ["/feed.xml", "/es/feed.xml"],
  ["/feed", "/es/feed.xml"],
  ["/feed/", "/es/feed.xml"],
  ["/feed/atom/", "/es/feed.xml"],
  ["/rss", "/es/feed.xml"],
  ["/rss.xml", "/es/feed.xml"],
  ["/RSS.xml", "/es/feed.xml"],
  ["/atom.xml", "/es/feed.xml"],
  ["/index.xml", "/es/feed.xml"],
  ["/feed.json", "/es/feed.json"],
  ["/en/rss", "/en/feed.xml"],
  ["/en/blog/feed/", "/en/feed.xml"],
  ["/en/blog/rss.xml?a=1", "/en/feed.xml?a=1"],
  ["/category/innovation/feed/", "/es/blog/category/innovation/feed.xml"],
  ["/en/blog/page/9", "/en/blog"],
  ["/es/blog/category/innovation/page/2/", "/es/blog/category/innovation"],
  ["/es/blog/now-a-draft", "/es/blog"],
  ["/es/blog/Now-A-Draft.md", "/es/blog"],
  ["/es/reply?article=Now-A-Draft", "/es/blog?article=Now-A-Draft"],
  ["/es/blog/tag/Web", "/es/blog"],
  ["/es/blog/tag/web", "/es/blog"],
] as const;

test("an address that leads nowhere as it is written leads for good where it was meant to, which is there", async () => {
  const { ask } = await frontForTests();
  const led = await Promise.all(
    meant.map(async ([path]) => {
      const { status, headers } = await ask(path, inSpanish);
      const location = headers.get("location") ?? "";
      const end = await ask(location, inSpanish);
      return [path, location, status, headers.get("vary"), end.status];
    }),
  );
  expect(led).toEqual(meant.map(([path, target]) => [path, target, 308, "accept-language", 200]));
});

test.each([
  ["/index.html", "/es"],
  ["/Index.php", "/es"],
  ["/en/index.html", "/en"],
  ["/en/index.php", "/en"],
  ["/en/Default.htm", "/en"],
  ["/en.html", "/en"],
])("%s leads to the home page %s", async (path, home) => {
  const site = await siteForTests({ "/en": page("home"), "/es": page("inicio") });
  expect(meantPath(path, "es", site)).toBe(home);
});

test.each([
  "/en/blog/feed/nope",
  "/en/blog/page/10",
  "/en/inquiry/for/cloud",
  "/feed/x.xml",
  "/en/nope.",
  "/en/blogs",
  "//evil.example.",
  "//evil.example/en/Blog",
  "/\\evil.example",
  "/en/category/nope/feed",
  "/en/error/Broken",
  "/en/nope&utm_source=li",
  "//evil.example&x=1",
  "/&//evil.example",
  "//evil.example/amp",
  "//evil.example.html",
  "/en//evil.example",
  "/en/nope.html",
  "/some-page",
  "/error/broken",
  "/en/nope/amp",
  "/en/blog%00",
])("%s is led nowhere", async (path) => {
  const { ask } = await frontForTests();
  expect((await ask(path)).status).toBe(404);
});

test("a post to an address in other capitals is refused, and not sent on", async () => {
  const { ask } = await frontForTests();
  expect((await ask("/en/Inquiry", { method: "POST" })).status).toBe(405);
});

test("an address of thousands of full stops is answered at once", async () => {
  const { ask } = await frontForTests();
  const start = performance.now();
  expect((await ask(`/en/${".".repeat(12_000)}x`)).status).toBe(404);
  expect(performance.now() - start).toBeLessThan(2_000);
});
