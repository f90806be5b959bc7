import type { SiteFile } from "./site-manifest.ts";

/** What is shown under another address than its own: a page with another status, an article as Markdown. */
export function isInternal({ path, type }: Pick<SiteFile, "path" | "type">): boolean {
  return path === "/404" || /^\/\w\w\/trouble\//.test(path) || type.startsWith("text/markdown");
}
