import { parseAst } from "rolldown/parseAst";
import { type Point, pointAt } from "#lib/content/text/point-at.ts";

/** A sentence of a file of words, by the names that lead to it, as in leadErrors.name_long, and where it stands. */
type Sentence = { name: string; text: string; at: Point };
type Node = { type: string; start: number };

/** What the file says in the words that it exports under these names. It has to be a program without mistakes. */
export function sentencesIn(source: string, exported: string[]): Sentence[] {
  const declared = parseAst(source, { lang: "ts" }).body.flatMap((statement) =>
    statement.type === "ExportNamedDeclaration" && statement.declaration?.type === "VariableDeclaration"
      ? statement.declaration.declarations
      : [],
  );
  return declared.flatMap(({ id, init }) =>
    init && id.type === "Identifier" && exported.includes(id.name) ? sentencesOf(init, id.name) : [],
  );

  function sentencesOf(value: unknown, name: string): Sentence[] {
    if (Array.isArray(value)) return value.flatMap((part) => sentencesOf(part, name));
    if (!isNode(value)) return [];
    if (isObject(value)) return value.properties.flatMap((part) => sentencesOf(part.value, `${name}.${nameOf(part)}`));
    if (isArray(value)) return value.elements.flatMap((part, index) => sentencesOf(part, `${name}.${index}`));
    const text = textOf(value);
    if (text !== undefined) return [{ name, text, at: pointAt(source, value.start) }];
    // One that is put together, or made by a function.
    return Object.values(value).flatMap((part) => sentencesOf(part, name));
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

type Property = { value?: Node; key?: { name?: string; value?: unknown } };

function isObject(node: Node): node is Node & { properties: Property[] } {
  return node.type === "ObjectExpression";
}

function isArray(node: Node): node is Node & { elements: unknown[] } {
  return node.type === "ArrayExpression";
}

function nameOf({ key }: Property): string {
  return String(key?.name ?? key?.value);
}

function textOf(node: Node): string | undefined {
  if (node.type === "Literal" && "value" in node && typeof node.value === "string") return node.value;
  if (node.type !== "TemplateElement" || !("value" in node)) return undefined;
  const { cooked } = node.value as { cooked?: string };
  return cooked;
}
