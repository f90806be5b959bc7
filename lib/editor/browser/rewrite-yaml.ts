import { Document, isMap, isScalar, isSeq, type Pair, parseDocument, type Range, Scalar, visit } from "yaml";

/** What is to stand at each key, in order. `undefined` leaves the key as it is written, with its comments. */
export type Wanted = ReadonlyMap<string, unknown>;

/**
 * The text of a YAML file with other values at some keys: every other line stays as somebody wrote it, with its quotes, line
 * breaks and comments. A key that is not wanted goes; one that is new stands behind the one it follows. `was` is what the values
 * that are wanted were: of lists and keys in keys, what is as it was stays as it is written, too.
 */
export function rewriteYaml(text: string, wanted: Wanted, was: Wanted): string {
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
    if (wanted.has(key)) {
      const edits = value === undefined ? [] : editsIn(pair.value, was.get(key), value);
      chunks.set(key, edits ? edited(at, end, edits) : text.slice(at, from) + line(key, value) + rest(to, end));
    } else chunks.set(key, "");
    at = end;
  }
  for (const [key, value] of wanted) if (!chunks.has(key)) chunks.set(key, `${line(key, value)}\n`);

  const before = text.slice(0, start);
  const kept = [...wanted.keys()].map((key) => withBreak(chunks.get(key) ?? ""));
  return (before === "" ? "" : withBreak(before)) + kept.join("") + text.slice(at);

  function edited(from: number, to: number, edits: Edit[]) {
    const parts = edits.map(({ at, words }, index) => words + text.slice(at.to, edits[index + 1]?.at.from ?? to));
    return text.slice(from, edits[0]?.at.from ?? to) + parts.join("");
  }

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

type Edit = { at: { from: number; to: number }; words: string };

/** What to write where, in order; nothing can be said where keys or items came or went, or their text stands on several lines. */
function editsIn(node: unknown, was: unknown, is: unknown, isFlow = false): Edit[] | undefined {
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  if (isScalar(node) && typeof is === "string") {
    const [from = 0, to = 0] = placeOf(node);
    const isLine = node.type !== Scalar.BLOCK_LITERAL && node.type !== Scalar.BLOCK_FOLDED && to > from;
    return isLine && !is.includes("\n") ? [{ at: { from, to }, words: inQuotes(is, isFlow) }] : undefined;
  }
  if (!(isMap(node) || isSeq(node)) || Array.isArray(is) !== isSeq(node)) return undefined;
  const [old, now] = [Object(was), Object(is)];
  const parts = isMap(node)
    ? node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : "", value] as const)
    : node.items.map((item, index) => [String(index), item] as const);
  const keys = Object.keys(now);
  if (keys.length !== parts.length || !parts.every(([key]) => key in old && key in now)) return undefined;
  const edits = parts.map(([key, value]) => editsIn(value, old[key], now[key], isFlow || node.flow));
  return edits.every((edit) => edit !== undefined) ? edits.flat() : undefined;
}

/** A text with quotes where it needs them: between { and } more texts do. */
function inQuotes(words: string, isFlow: boolean): string {
  const document = new Document([words], { schema: "failsafe" });
  const written = document.toString({
    lineWidth: 0,
    collectionStyle: isFlow ? "flow" : "block",
    flowCollectionPadding: false,
  });
  return isFlow ? written.trim().slice(1, -1) : written.trim().slice(2);
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
