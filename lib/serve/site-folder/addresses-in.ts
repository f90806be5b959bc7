export type Named = { addresses: Set<string>; places?: Set<string> };

/**
 * The addresses that a text of the site names, by its type, and of a page the places in it. Of a page every one is given, as
 * it stands there; of other texts those that begin with the address of the site. By expressions and not by parsers: these
 * are texts that we wrote, in which quotes and brackets are escaped, and 1,000 articles a language make 300 MB of them.
 */
export function addressesIn(text: string, type: string, siteUrl: string): Named {
  const [kind = ""] = type.split(";");
  if (kind === "text/html") return inPage(text, siteUrl);
  if (kind === "text/css") return { addresses: new Set(matches(text, /url\(\s*["']?([^"')]+)/g)) };
  if (kind === "text/javascript") return { addresses: new Set() };
  if (kind.endsWith("json")) return { addresses: new Set(inJson(JSON.parse(text), siteUrl)) };
  return { addresses: new Set(inText(text, siteUrl).filter((address) => address.startsWith(siteUrl))) };
}

function inPage(html: string, siteUrl: string): Named {
  const addresses = new Set<string>();
  const data = matches(html, /<script type="application\/ld\+json">(.*?)<\/script>/gs);
  for (const address of data.flatMap((json) => inJson(JSON.parse(json), siteUrl))) {
    // What stands after # is the name of a thing here, and no place in a page.
    addresses.add(address.replace(/#.*/, ""));
  }
  for (const address of matches(html, /\bimport\("([^"]*)"\)/g)) addresses.add(address);
  const markup = html.replaceAll(/<script\b.*?<\/script>/gs, (script) => script.slice(0, script.indexOf(">")));
  for (const address of matches(markup, /\s(?:href|src|action|formaction|poster)="([^"]*)"/gi)) addresses.add(address);
  for (const list of matches(markup, /\s(?:srcset|imagesrcset)="([^"]*)"/gi)) {
    for (const [, address] of list.matchAll(/([^\s,]\S*)(?:\s[^,]*)?/g)) if (address) addresses.add(address);
  }
  for (const content of matches(markup, /\scontent="([^"\s]*)"/g))
    if (content.startsWith(siteUrl)) addresses.add(content);
  return {
    addresses: new Set([...addresses].map(unescaped)),
    places: new Set(matches(markup, /\sid="([^"]*)"/g).map(unescaped)),
  };
}

function inJson(value: unknown, siteUrl: string): string[] {
  if (typeof value === "string")
    return value.startsWith(siteUrl) && !/\s/.test(value) ? [value] : attributesOf(value, siteUrl);
  if (typeof value !== "object" || value === null) return [];
  // The manifest names its icons without the name of the site.
  const own = "src" in value && typeof value.src === "string" ? [value.src] : [];
  return [...own, ...Object.values(value).flatMap((part) => inJson(part, siteUrl))];
}

/** XML with its HTML, Markdown, and the lines of a plain text. */
function inText(text: string, siteUrl: string): string[] {
  return [
    ...matches(text, /<(?:loc|link|url)>([^<]*)/g),
    ...attributesOf(text, siteUrl),
    ...matches(text.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1"), /\]\(<?([^)>\s]+)/g),
    ...matches(text, /^[A-Z][\w-]*: (\S+)$/gm),
  ].map(unescaped);
}

function attributesOf(html: string, siteUrl: string): string[] {
  const named = matches(html, /\s(?:href|src|url)="([^"]*)"/g).map(unescaped);
  return named.filter((address) => address.startsWith(siteUrl));
}

function matches(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([, found = ""]) => found);
}

const signs: Record<string, string> = { amp: "&", quot: '"', lt: "<", gt: ">", "#x27": "'", "#39": "'", "#x26": "&" };

/** The signs that markup escapes. */
export function unescaped(text: string): string {
  return text.includes("&") ? text.replaceAll(/&(#?\w+);/g, (whole, name) => signs[name] ?? whole) : text;
}
