import type { Nodes, Parents, Root } from "mdast";
import { visit } from "unist-util-visit";
import { nearest } from "#lib/content/source/nearest.ts";
import { type Known, readAttribute } from "./read-attribute.ts";
import type { Report } from "./report.ts";

type Block = Extract<Nodes, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;
type BlockForm = {
  element: string;
  /** Attributes. */
  required: string[];
  optional: string[];
  needsText?: true;
  /** All that it says stands in its attributes. */
  isWhole?: true;
  /** The block that it is a list of. */
  row?: string;
};

const blocks = new Map<string, BlockForm>([
  ["Figures", { element: "dc-figures", required: [], optional: [], row: "Figure" }],
  ["Figure", { element: "dc-figure", required: ["value", "label", "source"], optional: ["href"], isWhole: true }],
  ["Facts", { element: "dc-facts", required: [], optional: [], row: "Fact" }],
  ["Fact", { element: "dc-fact", required: ["label"], optional: [], needsText: true }],
  ["Callout", { element: "dc-callout", required: [], optional: ["title"], needsText: true }],
  ["Questions", { element: "dc-questions", required: [], optional: [] }],
  ["Question", { element: "dc-question", required: ["title"], optional: [] }],
  ["Quote", { element: "dc-quote", required: ["name"], optional: ["role", "organization"], needsText: true }],
  ["Gallery", { element: "dc-gallery", required: [], optional: [] }],
  ["Video", { element: "dc-video", required: ["href", "title"], optional: ["poster", "duration"], isWhole: true }],
  ["Download", { element: "dc-download", required: ["file", "title"], optional: [], isWhole: true }],
  ["Button", { element: "dc-button", required: ["href"], optional: [], needsText: true }],
  ["InquiryInvitation", { element: "dc-inquiry-invitation", required: [], optional: ["service"], isWhole: true }],
  ["Clients", { element: "dc-clients", required: [], optional: [], isWhole: true }],
  ["OptionalFields", { element: "dc-optional-fields", required: [], optional: [], isWhole: true }],
  ["NewsletterSignUp", { element: "dc-newsletter-sign-up", required: [], optional: [], isWhole: true }],
]);

/** Every block, by its name. */
export function blockForms(): ReadonlyMap<string, Omit<BlockForm, "element">> {
  return blocks;
}

export function isBlockName(name: string) {
  return blocks.has(name);
}

/** Turns the known blocks of an .mdx file into elements of their own and reports all else that would have to be run. */
export function resolveBlocks(tree: Root, known: Known, report: Report) {
  visit(tree, (node, _index, parent) => {
    if (node.type === "mdxjsEsm") report(node, "import and export are not read here; remove the line");
    if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") {
      const isComment = /^\s*\/[*/]/.test(node.value);
      report(
        node,
        isComment
          ? "no comment has a place here; remove it"
          : "what stands in { } is not run; write \\{ for the brace itself, or rename the file to .md",
      );
    }
    if (!isBlock(node)) return;

    const form = blocks.get(node.name ?? "");
    if (!form) return report(node, unknownBlock(node.name ?? ""));
    if (parent && standsInText(node, parent))
      report(node, `put <${node.name}> on lines of its own, apart from other text`);
    node.data = { hName: form.element, hProperties: attributesOf(node, form, known, report) };
    if (form.needsText && node.children.length === 0)
      report(node, `<${node.name}> needs its text before </${node.name}>`);
    if (form.isWhole && node.children.length > 0)
      report(node, `<${node.name}> holds no text; end it with />, and write the text below it`);
    if (node.name === "Button") refuseLinks(node, report);
    if (node.name === "Gallery") checkPictures(node, report);
  });
  checkRows(tree, report);
}

/** A link in a link leads nowhere in a browser. */
function refuseLinks(button: Block, report: Report) {
  visit(button, (node) => {
    if (node.type === "link" || node.type === "linkReference")
      report(node, "the words of <Button> lead to its href; write them without a link");
  });
}

function checkPictures(gallery: Block, report: Report) {
  const written = partsIn(gallery);
  if (written.length === 0)
    report(gallery, "<Gallery> needs at least one picture, as in ![what it shows](picture.jpg)");
  for (const part of written) {
    if (part.type !== "image" && part.type !== "imageReference")
      report(part, "only pictures stand in <Gallery>; move this out of it");
  }
}

/** What was written between the tags of a block, apart from spaces. */
function partsIn(block: Block): Nodes[] {
  return block.children
    .flatMap((child): Nodes[] => (child.type === "paragraph" ? child.children : [child]))
    .filter((part) => part.type !== "text" || part.value.trim() !== "");
}

/** Reports rows outside of their list, and whatever else stands in one: a list holds rows of its kind alone. */
function checkRows(tree: Root, report: Report) {
  const placed = new Set<Nodes>();
  visit(tree, (node) => {
    if (!isBlock(node)) return;
    const row = blocks.get(node.name ?? "")?.row;
    if (!row) return;
    const written = partsIn(node);
    if (written.length === 0) report(node, `<${node.name}> needs at least one <${row}>`);
    for (const part of written) {
      placed.add(part);
      if (!isBlock(part)) report(part, `only <${row}> stands in <${node.name}>; move this out of it`);
      else if (part.name !== row && blocks.has(part.name ?? ""))
        report(part, `only <${row}> stands in <${node.name}>; move <${part.name}> out of it`);
    }
  });
  visit(tree, (node) => {
    if (!isBlock(node) || placed.has(node)) return;
    for (const [list, { row }] of blocks) {
      if (row && node.name === row) report(node, `put <${row}> between <${list}> and </${list}>`);
    }
  });
}

export function isBlock(node: Nodes): node is Block {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** A paragraph of blocks alone, which is how Markdown sees a block written on one line. */
export function holdsBlocksAlone(parent: Parents) {
  const isSpace = (node: Nodes) => node.type === "text" && node.value.trim() === "";
  return parent.children.some(isBlock) && parent.children.every((child) => isBlock(child) || isSpace(child));
}

function standsInText(node: Block, parent: Parents) {
  if (node.type === "mdxJsxFlowElement" || isBlock(parent)) return false;
  return parent.type !== "paragraph" || !holdsBlocksAlone(parent);
}

export function unknownBlock(name: string) {
  const meant = nearest(name, [...blocks.keys()]);
  if (meant) return `unknown block <${name}>, did you mean <${meant}>?`;
  return `unknown block <${name}>; known: ${[...blocks.keys()].join(", ")}; for a plain < write \\<`;
}

function attributesOf(node: Block, { required, optional }: BlockForm, known: Known, report: Report) {
  const names = [...required, ...optional];
  const attributes: Record<string, string> = {};
  const written = node.attributes.map((attribute) => attribute.type === "mdxJsxAttribute" && attribute.name);

  for (const [index, attribute] of node.attributes.entries()) {
    if (attribute.type === "mdxJsxExpressionAttribute") {
      report(attribute, `{…} is not run; write the attributes of <${node.name}> one by one as name="text"`);
    } else if (!names.includes(attribute.name)) {
      const meant = nearest(attribute.name, names);
      const hint = meant ? `did you mean ${meant}?` : `known: ${names.join(", ") || "none"}`;
      report(attribute, `<${node.name}> has no attribute ${attribute.name}; ${hint}`);
    } else if (written.indexOf(attribute.name) < index) {
      report(attribute, `<${node.name}> has ${attribute.name} twice; keep one of the two`);
    } else if (typeof attribute.value !== "string") {
      report(attribute, `write the attribute as text in quotes: ${attribute.name}="…"`);
    } else {
      const { name, value } = { ...attribute, value: attribute.value.trim() };
      Object.assign(
        attributes,
        readAttribute({ block: node.name, name, value }, known, (...said) => report(attribute, ...said)),
      );
    }
  }

  for (const name of required) {
    if (attributes[name] === "" || !written.includes(name)) report(node, `<${node.name}> needs ${name}="…"`);
  }
  return attributes;
}
