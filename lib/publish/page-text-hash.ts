import { createHash } from "node:crypto";

/** Stands for what a page says: its title, and what stands between header and footer, which say the same on every page. */
export function pageTextHash(html: string): string {
  const [, title = ""] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
  const [, main = html] = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
  const said = main
    .replaceAll(/<script\b[\s\S]*?<\/script>|<!--[\s\S]*?-->/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
  return createHash("sha256").update(`${title}\n${said}`).digest("base64url").slice(0, 22);
}
