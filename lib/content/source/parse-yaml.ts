import {
  Document,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  Scalar,
  visit,
  type YAMLParseError,
} from "yaml";
import { notInXml } from "#lib/letters/not-in-xml.ts";
import { flowList } from "./flow-list.ts";

export type Place = { line: number; column: number };
/** Whether a key takes a list, where that is known. */
type TakesList = (key: string) => boolean | undefined;
type YamlFault = Place & { key?: string; message: string };

/** A document without syntax errors, and what was wrong on the way there. Every scalar is text, exactly as written. */
export function parseYaml(
  written: string,
  takesList: TakesList = () => undefined,
): {
  document: Document;
  placeAt: (offset: number) => Place;
  faults: YamlFault[];
} {
  const text = withSeenSpaces(written);
  const first = parse(text);
  if (first.errors.length === 0) return { ...first, faults: lossesIn(first, text) };

  const { repaired, faults } = repair(text, takesList);
  const second = parse(repaired);
  if (second.errors.length === 0) return { ...second, faults: [...faults, ...lossesIn(second, repaired)] };

  const [error] = second.errors;
  const message = `cannot be read as YAML: ${error?.message}; every key begins at the start of its line`;
  const rest = { ...second.placeAt(error?.pos[0] ?? 0), message };
  return { ...second, document: new Document({}), faults: [...faults, rest] };
}

/**
 * Spaces of other kinds, as web pages and Word have them, as spaces: nobody can see the difference. One without a width
 * before a key is one too, so that its line is named as one that does not begin with its key.
 */
function withSeenSpaces(text: string): string {
  return text
    .replaceAll(/^[\u00a0\u2007\u202f\u200b\u2060\ufeff]+(?=[\w-]+[ \t]*:)/gm, (spaces) => " ".repeat(spaces.length))
    .replaceAll(
      /^([ \t]*(?:- )?[\w-]+:)([\u00a0\u2007\u202f]+)/gm,
      (_, key, spaces) => key + " ".repeat(spaces.length),
    );
}

function parse(text: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: "failsafe", prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const errors = document.errors.filter((error) => error.code !== "DUPLICATE_KEY");
  return { document, placeAt, errors };
}

/**
 * One unquoted colon makes YAML misread all that follows. So each key is read by itself, a faulty one is reported and
 * quoted, and the other keys can still be checked.
 */
function repair(text: string, takesList: TakesList, before = 0): { repaired: string; faults: YamlFault[] } {
  const faults: YamlFault[] = [];
  const entries = entriesOf(text);
  const repaired = entries.map(({ line: row, source }) => {
    const line = before + row;
    const { document, placeAt, errors } = parse(source);
    const { key, value } = partsOf(source);
    const [error] = errors;
    const [, empty] = (error && emptyAbove.exec(source)) ?? [];
    if (empty) {
      faults.push({
        line,
        column: 1,
        key,
        message: `remove the ${empty} behind it: what it holds stands below it now`,
      });
      const rest = repair(source.replace(empty, ""), takesList, line - 1);
      faults.push(...rest.faults);
      return rest.repaired;
    }
    const indented = error || (entries.length > 1 && beginsIndented.test(source)) ? indentedKeys(source) : [];
    if (indented.length > 0) {
      const message = "a space begins this line; begin each key at the start of its line";
      for (const { row, key } of indented) faults.push({ line: line + row, column: 1, key, message });
      const rest = repair(source.replaceAll(/^ +(?=[\w-]+:(?: |$))/gm, ""), takesList, line - 1);
      faults.push(...rest.faults);
      return rest.repaired;
    }
    if (!error && (document.contents === null || isMap(document.contents))) return source;

    const slip = error && key && source.trim().includes("\n") ? slipIn(source) : undefined;
    if (slip) {
      faults.push({ line: line + slip.row, column: 1, key, message: slip.message });
      return `${key}: ${JSON.stringify(value)}${"\n".repeat(source.split("\n").length - 1)}`;
    }
    const askew = key && source.trim().includes("\n") ? askewLine(errors, placeAt) : undefined;
    if (askew !== undefined) {
      const message =
        "the spaces before this line do not fit; begin it right below the key above that it stands beside";
      faults.push({ line: line + askew - 1, column: 1, key, message });
      return `${key}: ${JSON.stringify(value)}${"\n".repeat(source.split("\n").length - 1)}`;
    }
    // What is not closed is missed behind the last line break, where nothing stands.
    const place = placeAt(Math.min(error?.pos[0] ?? 0, source.trimEnd().length));
    const message = error
      ? cannotRead(error.message, source, place.line, takesList)
      : /^---\s*$/.test(source)
        ? "remove the line ---; here all lines are keys"
        : /^-[^\s-]/.test(source)
          ? "put a space behind the - of a list"
          : 'is not of the form "key: value"; mind the space after the colon';
    faults.push({ line: line + place.line - 1, column: place.column, key, message });
    return (key ? `${key}: ${JSON.stringify(value)}` : "") + "\n".repeat(source.split("\n").length - 1);
  });
  return { repaired: repaired.join("\n"), faults };
}

const tabHint = "a tab begins this line; begin a key at the start of its line, and put spaces elsewhere";

/** What the parser misses only further down: the line that begins with a tab, or that leaves a quote, { or [ open. */
function slipIn(source: string): { row: number; message: string } | undefined {
  for (const [row, line] of source.split("\n").entries()) {
    if (/^ *\t/.test(line)) return { row, message: tabHint };
    const [, opened] = /^\s*(?:- )?(?:[\w-]+:[ \t]+)?(["{[].*)$/.exec(line) ?? [];
    if (!opened) continue;
    if ((opened.match(/(?<!\\)"/g)?.length ?? 0) % 2 > 0)
      return { row, message: 'a quote is not closed in this line; each " needs another one behind its words' };
    const bare = opened.replace(/"[^"]*"/g, "");
    for (const [open, close] of ["{}", "[]"])
      if (open && close && bare.split(open).length > bare.split(close).length)
        return { row, message: `the ${open} of this line is not closed; put ${close} at its end` };
  }
  return undefined;
}

/** A line of a group or a list that begins with fewer or more spaces than its neighbours. */
function askewLine(errors: YAMLParseError[], placeAt: (offset: number) => Place): number | undefined {
  for (const { code, message, pos } of errors) {
    const { line } = placeAt(pos[0]);
    // What went before it was taken for the beginning of its key.
    if (code === "MULTILINE_IMPLICIT_KEY") return line + 1;
    if (code === "BAD_INDENT" || message.startsWith("Sequence item without -")) return line;
  }
  return undefined;
}

/**
 * Cuts at each line that begins a key, a tab before it or not; indented lines, list items and comments belong to the key
 * above, and so does a tab below them.
 */
function entriesOf(text: string) {
  const entries = [{ line: 1, source: "" }];
  for (const [index, line] of text.split("\n").entries()) {
    const last = entries.at(-1);
    const isBelow = /\n(?: |- )[^\n]*$/.test(last?.source ?? "");
    if (last && (index === 0 || /^((?!\t[\w-]+:)\s|#|- |$)/.test(line) || (isBelow && line.startsWith("\t"))))
      last.source += index === 0 ? line : `\n${line}`;
    else entries.push({ line: index + 1, source: line });
  }
  return entries;
}

/** A key whose value is nothing, and lines that are to be its value. */
const emptyAbove = /^[\w-]+:[ \t]*(\[\]|\{\})[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*[ \t]*(?:-[ \t]|[\w-]+:)/;

const indentedKey = /^ +([\w-]+):(?: |$)/;
const beginsIndented = /^(?:[ \t]*(?:#.*)?\n)* +[\w-]+:(?: |\n|$)/;

/** Keys behind a space that belong to none: the one above them, if there is one, has its value already, or its list. */
function indentedKeys(source: string): { row: number; key: string }[] {
  const lines = source.split("\n");
  const keys = lines.flatMap((line, row) => {
    const [, key] = indentedKey.exec(line) ?? [];
    return key ? [{ row, key }] : [];
  });
  const [first] = keys;
  const above = lines.slice(0, first?.row);
  const isFirst = above.every((line) => /^\s*(?:#|$)/.test(line));
  const isWhole = /^[\w-]+:[ \t]+(?:[^\s|>[{&#]|[[{].*[\]}]$)/.test(above[0] ?? "");
  const isList =
    /^[\w-]+:[ \t]*$/.test(above[0] ?? "") &&
    above.length > 1 &&
    above.slice(1).every((line) => /^ *- [^:]+$/.test(line));
  return isFirst || isWhole || isList ? keys : [];
}

function cannotRead(reason: string, source: string, at: number, takesList: TakesList) {
  const { key, value } = partsOf(source);
  if (/^\t/m.test(source)) return tabHint;
  if (!key) return `cannot be read as YAML: ${reason}`;
  if (/^[\w-]+:[ \t]+- /.test(source)) {
    const written = `${key}: ${listIn(source.slice(source.indexOf(":") + 1))}`;
    // Names have no spaces in them.
    const isSentence = /^-\s+\S+\s+(?!-)\S/.test(value) && !source.trim().includes("\n");
    const isList = takesList(key);
    if (isList === false) return `cannot be read as YAML; remove the -, or ${quoteHint(source)}`;
    return `cannot be read as YAML; ${isSentence && !isList ? `${quoteHint(source)}; a list is written ${written}` : `write ${written}`}`;
  }
  if (source.trim().includes("\n")) {
    const line = source.split("\n")[at - 1] ?? "";
    const inner = partsOf(line);
    if (!inner.key) return "this line belongs to no key; indent it further than the key above it";
    if (isGroup.test(inner.value)) return groupHint;
    return `cannot be read as YAML${/:\s|\s#/.test(inner.value) ? `; ${quoteHint(line)}` : `: ${reason}`}`;
  }
  if (/^\[[^\]]*$/.test(value)) return "the list is not closed; put ] at its end";
  if (/^\[(?!.*\{).*\]$/.test(value)) return `cannot be read as YAML; write ${key}: ${listIn(value)}`;
  if (isGroup.test(value)) return groupHint;
  return `cannot be read as YAML; ${quoteHint(source)}`;
}

const isGroup = /^\{\s*[\w-]+:/;
const groupHint = "cannot be read as YAML; close each quote and each {, and put words with : or # in quotes";

function listIn(value: string): string {
  return flowList(value.replaceAll(/["'[\]]/g, "").replaceAll(" - ", ", "));
}

/** YAML that is right but drops words: `Calle 93 # 11-27` ends at the #, and *stars*, &names and !marks have a meaning. */
function lossesIn({ document, placeAt }: ReturnType<typeof parse>, text: string): YamlFault[] {
  const duplicates = document.errors.map(({ pos }) => ({
    offset: pos[0],
    message: "is there twice; keep one of the two",
  }));
  const offsets = document.warnings.map(({ pos }) => pos[0]);
  const escapes: number[] = [];
  const notes: YamlFault[] = [];

  visit(document, {
    Alias(_key, node) {
      offsets.push(node.range?.[0] ?? 0);
      return Object.assign(new Scalar(`*${node.source}`), { range: node.range });
    },
    Scalar(_key, node, ancestors) {
      const [start = 0, end = 0] = node.range ?? [];
      const [, note] = start === end ? (/^[ \t]*(#[^\s#].*)/.exec(text.slice(end)) ?? []) : [];
      if (note) {
        const pair = ancestors.find(isPair);
        const message = `YAML drops what follows a # here; remove the #, or put the words in quotes: ${JSON.stringify(note.trim())}`;
        notes.push({
          ...placeAt(text.indexOf("#", end)),
          key: isScalar(pair?.key) ? String(pair.key.value) : undefined,
          message,
        });
      }
      // One that is typed as it is, is named with its place by whoever reads the whole file.
      if (String(node.value).search(notInXml) >= 0 && text.slice(start, end).search(notInXml) < 0) escapes.push(start);
      if (node.anchor) offsets.push(text.lastIndexOf("&", start));
      else if (/^[ \t]+#/.test(text.slice(end))) offsets.push(start);
    },
  });

  const lines = text.split("\n");
  const lineAt = (offset: number) => lines[placeAt(offset).line - 1] ?? "";
  const losses = offsets.map((offset) => ({
    offset,
    message: `YAML would drop a part of this; ${quoteHint(lineAt(offset))}`,
  }));
  const unseen = escapes.map((offset) => ({
    offset,
    message:
      "a \\ in it stands for a character that nobody can see and no feed can hold; remove it, or type what was meant",
  }));
  const others = [...duplicates, ...losses, ...unseen].map(({ offset, message }) => {
    return { ...placeAt(offset), key: partsOf(lineAt(offset)).key, message };
  });
  return [...others, ...notes];
}

function quoteHint(source: string) {
  const { key, value } = partsOf(source);
  if (!key) return "put the text in quotes";
  const [, inner] =
    /^"([^"]*)"?$/.exec(value) ?? /^'([^']*|.*(?='$))'?$/.exec(value) ?? /^[“”„«](.*?)[“”»]$/.exec(value) ?? [];
  return `put the ${key} in quotes: ${key}: ${JSON.stringify(inner ?? value)}`;
}

function partsOf(source: string) {
  const [, key, value = ""] = /^[\s-]*([\w-]+)\s*:\s*(.*)/.exec(source) ?? [];
  return { key, value: value.trim() };
}
