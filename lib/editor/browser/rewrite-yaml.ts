import { Document, isMap, isScalar, isSeq, type Pair, parseDocument, type Range, visit } from "yaml";

/** What is to stand at each key, in order. `undefined` leaves the key as it is written, with its comments. */
export type Wanted = ReadonlyMap<string, unknown>;

/**
 * The text of a YAML file with other values at some keys: every other line stays as somebody wrote it, with its quotes, line
 * breaks and comments. A key that is not wanted goes; one that is new stands behind the one it follows.
 */
export function rewriteYaml(text: string, wanted: Wanted): string {
  const { contents } = parseDocument(text, { schema: "failsafe", keepSourceTokens: true });
  const pairs = isMap(contents) && !contents.flow ? contents.items : [];
  const chunks = new Map<string, string>();
  const [first] = pairs;
  const start = first ? lineStart(text, rangeOf(first).from) : text.length;
  let at = start;

  for (const pair of pairs) {
    const key = isScalar(pair.key) ? String(pair.key.value) : "";
    const { from, to } = rangeOf(pair);
    const end = lineEnd(text, to);
    const value = wanted.get(key);
    if (wanted.has(key))
      chunks.set(
        key,
        value === undefined ? text.slice(at, end) : text.slice(at, from) + line(key, value) + rest(to, end),
      );
    else chunks.set(key, "");
    at = end;
  }
  for (const [key, value] of wanted) if (!chunks.has(key)) chunks.set(key, `${line(key, value)}\n`);

  const before = text.slice(0, start);
  const kept = [...wanted.keys()].map((key) => withBreak(chunks.get(key) ?? ""));
  return (before === "" ? "" : withBreak(before)) + kept.join("") + text.slice(at);

  function rest(to: number, end: number) {
    return text[to - 1] === "\n" ? "\n" : text.slice(to, end);
  }
}

function withBreak(chunk: string): string {
  return chunk === "" || chunk.endsWith("\n") ? chunk : `${chunk}\n`;
}

function rangeOf({ key, value }: Pair): { from: number; to: number } {
  const [from = 0, keyEnd = 0] = placeOf(key);
  return { from, to: Math.max(placeOf(value)[1] ?? 0, keyEnd + 1) };
}

function placeOf(node: unknown): Partial<Range> | [] {
  return (typeof node === "object" && node && "range" in node && (node.range as Range | undefined)) || [];
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  if (text[at - 1] === "\n") return at;
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

/** A key with its value; names stand in one line, as in [one, two]. */
function line(key: string, value: unknown): string {
  const document = new Document({ [key]: value }, { schema: "failsafe" });
  visit(document, {
    Seq(_key, list) {
      if (isSeq(list) && list.items.every((item) => isScalar(item) && /^[\w-]+$/.test(String(item.value))))
        list.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}
