import type { Nodes } from "hast";
import { getClientSectors } from "#lib/content/kinds/client.ts";
import { namedPages } from "#lib/content/kinds/named-pages.ts";
import { type Entry, registry } from "#lib/content/kinds/registry.ts";
import { contentRoot, type Kind, kinds } from "#lib/content/source/content-folder.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import { readBody } from "#lib/content/text/body.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { SearchDocument } from "./search-document.ts";
import { soughtAt } from "./sought-words.ts";

type KnownText = (entry: Entry, address: string) => string | undefined;

/** Everything that a reader of a language can find. `known`: the text of an entry that need not be read. */
export function searchDocuments(
  locale: Locale,
  root = contentRoot,
  known: KnownText = () => undefined,
): SearchDocument[] {
  return [...kinds.flatMap((kind) => entriesOf(kind, locale, root, known)), ...pagesWithoutFile(locale, root)].map(
    (document) => ({ ...document, sought: soughtAt(document.address) }),
  );
}

type Written = Omit<SearchDocument, "sought">;

function entriesOf(kind: Kind, locale: Locale, root: string, known: KnownText): Written[] {
  return registry[kind].search(locale, root).map(({ entry, shown, keywords }) => {
    const { title, description } = entry;
    const address = entryPath(entry);
    const text = known(entry, address) ?? textOf(entry, shown, root);
    return { kind, address, title, description, keywords: keywords.join(" "), text };
  });
}

function textOf(entry: Entry, shown: string[], root: string): string {
  const body = plainText(readBody(entry, root).tree);
  return [...shown.map(asLine), body]
    .join("")
    .replaceAll(/\s+/g, " ")
    .replace(/[\s·]+$/, "");
}

function pagesWithoutFile(locale: Locale, root: string): Written[] {
  const sectors = Object.values(getClientSectors(root));
  const clients = sectors.map(({ name, clients }) => `${name[locale]}: ${clients.join(", ")}.`).join(" ");
  return namedPages(locale, root)
    .filter(({ isShown }) => isShown)
    .map(({ pathIn, path: address, title, description, text = pathIn === paths.projects ? clients : "" }) => {
      return { kind: "pages" as const, address, title, description, keywords: "", text };
    });
}

/** The words of a text on one line. What our blocks say in attributes, such as the label of a figure, is among them. */
function plainText(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return "";
  // The caption of a picture.
  if (node.type === "element" && node.tagName === "img") return asLine(String(node.properties.title ?? ""));
  const inside = node.children.map(plainText).join("");
  if (node.type !== "element" || !/^(h[1-6]|li|t[hd]|dc-.*)$/.test(node.tagName)) return inside;

  const said = node.tagName.startsWith("dc-") ? node.properties : {};
  const { title, value, label, source, name, role, organization } = said;
  return asLine([title, value, label, source, inside.trim(), name, role, organization].filter(Boolean).join(" · "));
}

/** Keeps a title or a cell apart from what follows, as its own line does on the page. */
function asLine(text: string): string {
  if (text === "") return "";
  return /[.:!?·]$/.test(text) ? `${text} ` : `${text} · `;
}
