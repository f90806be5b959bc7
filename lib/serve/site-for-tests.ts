import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { emitSite } from "#lib/serve/site-folder/emit-site.ts";
import { openSite, type Site } from "#lib/serve/site-folder/open-site.ts";

/** `former` are pages of the build before, `hidden` articles that are no longer shown, with the list in their place. */
export async function siteForTests(
  files: Record<string, string>,
  { former = [], hidden }: { former?: readonly string[]; hidden?: Record<string, string> } = {},
): Promise<Site> {
  const previous = await siteFolderForTests(Object.fromEntries(former.map((path) => [path, page("a former page")])));
  return openSite(await siteFolderForTests(files, { previous, hidden }));
}

/** A site folder as the build writes it, from pages by address. */
export async function siteFolderForTests(
  files: Record<string, string>,
  { previous, hidden }: { previous?: string; hidden?: Record<string, string> | undefined } = {},
): Promise<string> {
  const root = folderForTests();
  const sources = Object.entries({
    "/en/error/missing": page("This page is not here"),
    "/es/error/missing": page("Esta página no está aquí"),
    ...files,
  }).map(([path, text]) => {
    const from = join(root, "built", path);
    mkdirSync(dirname(from), { recursive: true });
    writeFileSync(`${from}.body`, text);
    const form = text.startsWith("# ") ? "markdown" : "html";
    return { path, from: `${from}.body`, ...(!/\.\w+$/.test(path) && { type: `text/${form}; charset=utf-8` }) };
  });
  const dynamic = [
    "^/(?:en|es)/(?:hours|contact/redisplay|inquiry/redisplay)$",
    "^/api/health$",
    "^/en/blog/.+/page/1$",
  ];
  const folder = join(root, "site");
  const builtFor = { siteUrl: "https://www.dreamcode.example", isStaging: false };
  await emitSite({
    folder,
    cache: join(root, "cache"),
    sources,
    dynamic,
    script: "/_next/static/chunks/forms-1.js",
    builtFor,
    hidden,
    previous,
  });
  return folder;
}

/** A page as Next writes it, with scripts of its own. */
export function page(text: string, { body = "" }: { body?: string } = {}): string {
  return [
    `<!DOCTYPE html><html><head><link rel="preload" as="script" href="/_next/static/chunks/a.js"/>`,
    `<script src="/_next/static/chunks/a.js" async=""></script><title>${text}</title></head>`,
    `<body><h1>${text}<!-- --></h1>${body}<script>self.__next_f=self.__next_f||[]</script>`,
    `<script>self.__next_f.push([1,"1:{}"])</script></body></html>`,
  ].join("");
}
