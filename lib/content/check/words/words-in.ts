import { type Point, pointAt } from "#lib/content/text/point-at.ts";
import { exportedValues, isArray, isObject, type Node, nameOf } from "./exported-values.ts";

/**
 * A name in a file of words, by all that lead to it, as in leadErrors.name_long, with what stands there. `number` is
 * also true and false; `made` is what no look at the file tells: it is put together by a program. `texts` are those that stand there as they are.
 */
export type Word = { name: string; kind: "text" | "list" | "group" | "number" | "made"; texts: string[]; at: Point };

/** Every name in the words that a file exports under these names, in its order. It has to be a program without mistakes. */
export function wordsIn(source: string, exported: string[]): Word[] {
  return exportedValues(source, exported).flatMap(({ name, value }) => wordsOf(value, name, value.start));

  function wordsOf(value: Node, name: string, start: number): Word[] {
    const at = pointAt(source, start);
    if (isObject(value)) {
      const inside = value.properties.flatMap((part) =>
        part.value ? wordsOf(part.value, `${name}.${nameOf(part)}`, part.start) : [{ ...made(name), at }],
      );
      return [{ name, kind: "group", texts: [], at }, ...inside];
    }
    if (isArray(value)) {
      const texts = value.elements.map((part) => (part ? textOf(part) : undefined));
      const isWhole = texts.every((text) => text !== undefined);
      return [isWhole ? { name, kind: "list", texts, at } : { ...made(name), at }];
    }
    const text = textOf(value);
    if (text === undefined && value.type === "Literal") return [{ name, kind: "number", texts: [], at }];
    return [text === undefined ? { ...made(name), at } : { name, kind: "text", texts: [text], at }];
  }
}

function made(name: string) {
  return { name, kind: "made" as const, texts: [] };
}

function textOf(node: Node): string | undefined {
  return node.type === "Literal" && "value" in node && typeof node.value === "string" ? node.value : undefined;
}
