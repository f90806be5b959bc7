import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";

const app = path.join(import.meta.dirname, "../../app");
const many = Array.from({ length: 24 }, (_, index) => index);

test("each language gets the pages of what it has, whatever the other one lacks, under every route", async () => {
  const before = process.cwd();
  onTestFinished(() => process.chdir(before));
  // Where the pages look for content is settled when they are loaded.
  process.chdir(path.dirname(lopsidedContent()));

  const pages = Object.fromEntries(await Promise.all(routesBelowLocale().map(pagesOf)));
  expect(pages).toMatchObject({
    "[slug]/page.tsx": ["en about", "en canada", "en privacy", "es about", "es canada", "es privacy", "es solo"],
    "blog/[slug]/page.tsx": [...many.map((index) => `en a${index}`), "es uno"],
    "blog/[slug]/markdown/route.ts": [...many.map((index) => `en a${index}`), "es uno"],
    "blog/author/[slug]/page.tsx": ["en ana"],
    "blog/author/[slug]/page/[number]/page.tsx": ["en ana 2"],
    "blog/category/[slug]/feed.json/route.ts": ["en support", "es support"],
    "blog/category/[slug]/feed.xml/route.ts": ["en support", "es support"],
    "blog/category/[slug]/page.tsx": ["en support", "es support"],
    "blog/category/[slug]/page/[number]/page.tsx": ["en support 2"],
    "blog/page/[number]/page.tsx": ["en 2"],
    "blog/tag/[slug]/page.tsx": ["en hiring"],
    "blog/tag/[slug]/page/[number]/page.tsx": ["en hiring 2"],
    "hubs/[slug]/page.tsx": [],
    "projects/[slug]/page.tsx": ["en first"],
  });
  // The clocks have three states in a year, and more within the hours of a night in which one city changes after another.
  const everywhere = { "at/[clocks]/page.tsx": 3, "hubs/by/[column]/page.tsx": 5, "error/[kind]/page.tsx": 3 };
  for (const [route, least] of Object.entries(everywhere)) {
    for (const locale of ["en", "es"]) {
      const shown = pages[route]?.filter((page: string) => page.startsWith(`${locale} `)) ?? [];
      expect(shown.length).toBeGreaterThanOrEqual(least);
    }
  }
});

function lopsidedContent() {
  const story = "title: A story\nclient: Target\nsector: retail\nmetaTitle: A\nmeta_description: B\nsummary: C";
  return temporaryContent({
    "en/projects/first.md": `---\n${story}\n---\n\nText.\n`,
    "es/pages/solo.md": "---\ntitle: Una página\nmetaTitle: A\nmeta_description: B\n---\n\nTexto.\n",
    "es/blog/uno.md": post({ url: "uno" }),
    ...Object.fromEntries(
      many.map((index) => [
        `en/blog/${String(index).padStart(2, "0")}.md`,
        post({ url: `a${index}`, tags: "[hiring]", author: "ana" }),
      ]),
    ),
  });
}

/** The files in app/[locale] of which there is one page for each of several values. */
function routesBelowLocale() {
  const files = readdirSync(path.join(app, "[locale]"), { recursive: true, encoding: "utf8" });
  return files.filter((file) => /\[.*(page\.tsx|route\.ts)$/.test(file));
}

async function pagesOf(file: string): Promise<[string, string[]]> {
  const route = await import(path.join(app, "[locale]", file));
  const params: Record<string, string>[] = route.generateStaticParams();
  const names = ["locale", ...Array.from(file.matchAll(/\[(\w+)\]/g), ([, name = ""]) => name)];
  return [file, params.map((page) => names.map((name) => page[name] ?? `no ${name}`).join(" "))];
}
