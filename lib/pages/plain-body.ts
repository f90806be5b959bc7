import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { SKIP, visit } from "unist-util-visit";
import { getClientSectors } from "#lib/content/kinds/client.ts";
import type { Entry } from "#lib/content/kinds/registry.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import { readBody } from "#lib/content/text/body.ts";
import { readPublicEnv } from "#lib/env.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatFileSize, formatList } from "#lib/i18n/format.ts";
import { hostOf } from "#lib/i18n/host-of.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { optionalFields } from "#lib/leads/form/optional-fields.ts";
import { builtImages, findPicture } from "#lib/pictures/find-picture.ts";
import { plainVariant } from "#lib/pictures/plain-variant.ts";
import { firstStepFor } from "./first-step.ts";

/** The text of an entry for readers elsewhere, such as feeds: our blocks as ordinary HTML, all addresses absolute. */
export function plainBody(entry: Entry, root = contentRoot, images = builtImages): Root {
  const { locale } = entry;
  const { siteUrl } = readPublicEnv();
  const { tree } = readBody(entry, root);
  visit(tree, "element", (element, index, parent) => {
    const { tagName, properties } = element;
    const { href } = properties;
    if (tagName === "img") element.properties = pictureOf(properties, siteUrl, images);
    if (typeof href === "string" && /^\/(?!\/)/.test(href)) properties.href = siteUrl + href;
    if (typeof href === "string" && href.startsWith("#")) {
      properties.href = siteUrl + entryPath(entry) + href;
    }
    if (!tagName.startsWith("dc-") || !parent || index === undefined) return undefined;
    const plain = blocks[tagName]?.(element, locale, siteUrl);
    if (!plain) throw new Error(`plain-body.ts does not know how to write the block ${tagName} elsewhere`);
    parent.children[index] = plain;
    // What was made from the block is visited in its place, and its children so once.
    return [SKIP, index];
  });
  return tree;
}

type Plain = (block: Element, locale: Locale, siteUrl: string) => Element;

const blocks: Record<string, Plain> = {
  "dc-figures": ({ children }) => h("ul", children),
  "dc-figure": ({ properties: { value, label, source, href } }, locale) => {
    const named = typeof href === "string" ? h("a", { href }, String(source)) : String(source);
    return h("li", h("strong", String(value)), ` ${label} (${getMessages(locale).figureSource}: `, named, ")");
  },
  "dc-facts": ({ children }) => h("ul", children),
  "dc-fact": ({ properties: { label }, children }) => h("li", h("strong", `${label}:`), " ", unwrapped(children)),
  "dc-callout": ({ properties: { title }, children }) =>
    h("blockquote", [...(title ? [h("p", h("strong", String(title)))] : []), ...children]),
  "dc-questions": ({ children }) => h("div", children),
  "dc-question": ({ children }) => h("div", children),
  "dc-quote": ({ properties: { name, role, organization }, children }) =>
    h("blockquote", [...children, h("p", `— ${[name, role, organization].filter(Boolean).join(", ")}`)]),
  "dc-gallery": ({ children }) => h("div", children),
  "dc-video": ({ properties: { href, title, poster, duration } }, locale) => {
    const watch = fill(getMessages(locale).watch, { host: hostOf(String(href)) });
    const picture = poster ? [h("p", h("a", { href }, h("img", { src: poster, alt: title })))] : [];
    return h("div", [
      ...picture,
      h("p", h("a", { href }, String(title)), ` (${[watch, duration].filter(Boolean).join(" · ")})`),
    ]);
  },
  "dc-download": ({ properties: { file, title, kind, bytes } }, locale, siteUrl) => {
    const size = formatFileSize(Number(bytes), locale);
    return h("p", h("a", { href: siteUrl + paths.file(String(file)) }, String(title)), ` (${kind}, ${size})`);
  },
  "dc-button": ({ properties: { href }, children }) => h("p", h("a", { href }, unwrapped(children))),
  "dc-inquiry-invitation": ({ properties: { service } }, locale, siteUrl) => {
    const { href, label } = firstStepFor(locale, typeof service === "string" ? service : undefined);
    return h("p", `${getMessages(locale).invitation.title} `, h("a", { href: siteUrl + href }, label));
  },
  "dc-clients": (_block, locale) =>
    h(
      "ul",
      Object.values(getClientSectors()).map(({ name, clients }) =>
        h("li", h("strong", `${name[locale]}:`), ` ${formatList(clients, locale)}`),
      ),
    ),
  "dc-optional-fields": (_block, locale) => h("p", optionalFields(getMessages(locale).form, locale)),
  "dc-newsletter-sign-up": (_block, locale, siteUrl) => {
    const { lead, submit } = getMessages(locale).newsletter;
    return h("p", `${lead} `, h("a", { href: siteUrl + paths.newsletter(locale) }, submit));
  },
};

/** A single paragraph in a line of a list says nothing more than its words. */
function unwrapped(children: ElementContent[]): ElementContent[] {
  const [first, ...others] = children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  return first?.type === "element" && first.tagName === "p" && others.length === 0 ? first.children : children;
}

function pictureOf({ src, alt, title }: Element["properties"], siteUrl: string, images: string) {
  const picture = findPicture(decodeURIComponent(String(src).slice("/images/".length)), images);
  const variant = picture && plainVariant(picture);
  return { src: variant ? `${siteUrl}/images/${variant.file}` : siteUrl + String(src), alt, title };
}
