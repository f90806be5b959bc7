import type { EditorField } from "#lib/editor/editor-field.ts";
import { fileName, picturePath } from "./field-values.ts";

/** A block of the texts, as the editor gets it: `fields` are its attributes. */
export type EditorBlock = {
  name: string;
  label: string;
  attributes: EditorField[];
  /** Its text, or the rows that it is a list of. */
  inner?: EditorField | undefined;
  row?: { name: string; attributes: EditorField[]; inner?: EditorField | undefined } | undefined;
};

export type EditorPicture = { label: string; fields: EditorField[] };

type Values = Record<string, unknown>;

/**
 * A block stands in the text as a line that opens its fields. Drawn in place they would be told anew by the editor whenever one of them
 * came or went, with what there was of them at that moment: it may be nothing, and the text of the block was gone. In a dialog
 * they are told when somebody confirms them.
 */
const asLine = { mode: "dialog" } as const;

/** How the editor shows a block, and writes it: one that nobody changed as it was. */
export function blockComponent({ name, label, attributes, inner, row }: EditorBlock) {
  const pattern = patternOf(name, "");
  const rowPattern = row && new RegExp(patternOf(row.name, "").source.slice(1), "g");
  const fields = [...attributes, ...(inner ? [inner] : [])];

  return {
    ...asLine,
    id: name,
    label,
    summary: summaryOf(
      label,
      row ? row.attributes.map((field) => `rows.0.${field.name}`) : fields.map((field) => field.name),
    ),
    fields,
    ...keptAsWritten(pattern, valuesIn, tagOf),
  };

  function valuesIn({ groups }: RegExpMatchArray): Values {
    const values = attributesIn(groups?.attributes ?? "");
    const text = (groups?.text ?? "").trim();
    if (!inner) return values;
    if (!row || !rowPattern) return { ...values, text };
    const rows = Array.from(text.matchAll(rowPattern), ({ groups }) => ({
      ...attributesIn(groups?.attributes ?? ""),
      ...(row.inner && { text: (groups?.text ?? "").trim() }),
    }));
    return { ...values, rows };
  }

  function tagOf(values: Values): string {
    if (!row) return tag(name, attributes, values, inner && String(values.text ?? ""));
    const rows = Array.isArray(values.rows) ? values.rows : Object.values(Object(values.rows));
    const lines = rows.map((one) =>
      tag(row.name, row.attributes, Object(one), row.inner && String(Object(one).text ?? "")),
    );
    return `<${name}>\n${lines.join("\n")}\n</${name}>`;
  }
}

function patternOf(name: string, flags: string): RegExp {
  return new RegExp(
    `^<${name}(?<attributes>(?:\\s+[A-Za-z]+="[^"]*")*)\\s*(?:/>|>(?<text>[\\s\\S]*?)</${name}>)`,
    flags,
  );
}

function attributesIn(written: string): Values {
  const found = written.matchAll(/([A-Za-z]+)="([^"]*)"/g);
  return Object.fromEntries(Array.from(found, ([, name, value = ""]) => [name, value.replaceAll("&quot;", '"')]));
}

function tag(name: string, attributes: readonly EditorField[], values: Values, text?: string): string {
  const written = attributes.flatMap((field) => {
    const value = String(values[field.name] ?? "")
      .replaceAll(/\s+/g, " ")
      .trim();
    const named = field.widget === "image" || field.widget === "file" ? fileName(value) : value;
    return named ? [` ${field.name}="${named.replaceAll('"', "&quot;")}"`] : [];
  });
  const start = `<${name}${written.join("")}`;
  if (text === undefined) return `${start} />`;
  const words = text.trim();
  return words.includes("\n") || words.startsWith("![")
    ? `${start}>\n${words}\n</${name}>`
    : `${start}>${words}</${name}>`;
}

const tablePattern = /^\|[^\n]*\|[ \t]*\n\|[ :|-]+\|[ \t]*(?:\n\|[^\n]*)*(?![\s\S]{0}\|)/;

/** A table of Markdown, edited as it is written: the rich form would lose how its columns are aligned. */
export function tableComponent(text: EditorField) {
  return {
    ...asLine,
    id: "Table",
    label: text.label,
    summary: summaryOf(text.label, [text.name]),
    fields: [text],
    pattern: tablePattern,
    fromBlock: ([text]: RegExpMatchArray) => ({ text }),
    toBlock: ({ text = "" }: Values) => String(text),
    toPreview: () => "",
  };
}

const imagePattern =
  /!\[(?<alt>(?:[^\]\\]|\\.)*)\]\((?<src>(?:[^\s"()<>\\]|\\.|\([^\s()]*\))+|<[^\n<>]+>)(?:\s+"(?<title>[^"\n]*)")?\)/;

/** A picture in a text. The editor's own is drawn in place. */
export function pictureComponent({ label, fields }: EditorPicture) {
  const written = ({ src, alt, title }: Values) => {
    const name = fileName(String(src ?? ""));
    const file = /[\s()<>]/.test(name) ? `<${name}>` : name;
    const caption = String(title ?? "").replaceAll('"', "”");
    return file && `![${alt ?? ""}](${file}${caption && ` "${caption}"`})`;
  };
  const valuesIn = ({ groups: { alt, src = "", title } = {} }: RegExpMatchArray): Values => ({
    src: picturePath(src.replace(/^<(.*)>$/, "$1")),
    alt: alt ?? "",
    title: title ?? "",
  });
  return {
    ...asLine,
    id: "Picture",
    label,
    icon: "image",
    trigger: "button",
    summary: summaryOf(label, ["alt"]),
    fields,
    ...keptAsWritten(imagePattern, valuesIn, written),
  };
}

/** What nobody changed is written as it was. */
function keptAsWritten(
  pattern: RegExp,
  valuesIn: (match: RegExpMatchArray) => Values,
  written: (values: Values) => string,
) {
  return {
    pattern,
    fromBlock: (match: RegExpMatchArray) => ({ ...valuesIn(match), source: match[0] }),
    toBlock({ source, ...values }: Values): string {
      const match = typeof source === "string" ? pattern.exec(source) : null;
      const isKept = match && written(valuesIn(match)) === written(values);
      return isKept ? String(source) : written(values);
    },
    toPreview: () => "",
  };
}

/** What its line says of a block: its name, and how it begins. */
function summaryOf(label: string, keys: string[]): string {
  return `${label}: ${keys.map((key) => `{{${key} | truncate(60)}}`).join(" ")}`;
}
