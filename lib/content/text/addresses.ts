import type { Definition, Image, ImageReference, Root } from "mdast";
import { visit } from "unist-util-visit";
import { findImage, missingImage } from "#lib/content/source/content-folder.ts";
import type { Report } from "./report.ts";

const allowedSchemes = ["http", "https", "mailto", "tel"];

/** Checks where links and pictures point, and gives the pictures of content/images their address on the site. */
export function resolveAddresses(tree: Root, root: string, report: Report) {
  const definitions = new Map<string, Definition>();
  visit(tree, "definition", (node) => void definitions.set(node.identifier, node));

  visit(tree, (node, index, parent) => {
    if ((node.type === "link" || node.type === "definition") && !isAllowedLink(node.url)) {
      report(node, "this kind of link is not allowed; use https, mailto, tel or an address of this site");
    }
    // A note with a space in its name: what stands after its colon is no address.
    if (node.type === "linkReference" && node.label?.startsWith("^") && parent && index !== undefined)
      parent.children[index] = { type: "text", value: `[${node.label}]` };
    if ((node.type !== "image" && node.type !== "imageReference") || !parent || index === undefined) return;

    const file = imageFile(node, definitions, root, report);
    if (file) node.data = { hProperties: { src: `/images/${encodeURIComponent(file)}` } };
    else parent.children[index] = { type: "text", value: node.alt ?? "" };
  });
}

export function isAllowedLink(url: string) {
  // Browsers skip spaces and control characters inside a scheme, so they must not hide one here.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url.replaceAll(/[\s\p{Cc}]/gu, ""))?.[1];
  return !scheme || allowedSchemes.includes(scheme.toLowerCase());
}

function imageFile(node: Image | ImageReference, definitions: Map<string, Definition>, root: string, report: Report) {
  const url = node.type === "image" ? node.url : (definitions.get(node.identifier)?.url ?? "");
  const file = findImage(root, url);
  if (!file && /[/\\]/.test(url))
    report(node, "save the picture in content/images and write its file name alone: ![what it shows](picture.jpg)");
  else if (!file) report(node, missingImage(root, url), "warning");
  return file;
}
