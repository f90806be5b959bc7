import { type Point, pointAt } from "#lib/content/text/point-at.ts";
import { exportedValues, isArray, isObject, type Node, nameOf } from "./exported-values.ts";

/** A sentence of a file of words, by the names that lead to it, as in leadErrors.name_long, and where it stands. */
type Sentence = { name: string; text: string; at: Point };

/** What the file says in the words that it exports under these names. It has to be a program without mistakes. */
export function sentencesIn(source: string, exported: string[]): Sentence[] {
  return exportedValues(source, exported).flatMap(({ name, value }) => sentencesOf(value, name));

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

function textOf(node: Node): string | undefined {
  if (node.type === "Literal" && "value" in node && typeof node.value === "string") return node.value;
  if (node.type !== "TemplateElement" || !("value" in node)) return undefined;
  const { cooked } = node.value as { cooked?: string };
  return cooked;
}
