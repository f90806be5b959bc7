/** What a page's head says, as whoever is sent its address reads it. Every key has what stands first. */
export type PageHead = { title: string; canonical: string; metas: Map<string, string>; languages: string[] };

/** For pages of Next, which writes every attribute in double quotes. */
export function readHead(html: string): PageHead {
  const [, title = ""] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
  const metas = new Map<string, string>();
  for (const { name, property = name, content } of tagsOf(html, "meta")) {
    if (property && content !== undefined && !metas.has(property)) metas.set(property, content);
  }
  const links = tagsOf(html, "link");
  return {
    title: plain(title),
    canonical: links.find(({ rel }) => rel === "canonical")?.href ?? "",
    metas,
    languages: links.flatMap(({ rel, hreflang }) => (rel === "alternate" && hreflang ? [hreflang] : [])),
  };
}

function tagsOf(html: string, name: "meta" | "link"): Record<string, string | undefined>[] {
  const tags = html.matchAll(new RegExp(`<${name} [^>]*>`, "g"));
  return Array.from(tags, ([tag]) =>
    Object.fromEntries(
      Array.from(tag.matchAll(/([\w:-]+)="([^"]*)"/g), ([, key = "", value = ""]) => [key.toLowerCase(), plain(value)]),
    ),
  );
}

/** The five signs that React escapes. */
function plain(text: string): string {
  const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
  return text.replaceAll(/&(amp|lt|gt|quot|#x27);/g, (_found, name) => signs[name] ?? "");
}
