import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { notInXml } from "#lib/letters/not-in-xml.ts";
import { leadSheet } from "./lead-sheet.ts";

const texts = [
  "=1+1",
  "+57 601",
  "-1",
  "@SUM(A1)",
  "007",
  "1e5",
  "2026-11-21",
  "TRUE",
  "a;=1;b,c\td",
  "two\nlines",
  " spaces ",
  `<b>"&'`,
  "constructor",
  "__proto__",
  "toString",
  "_x003D_1+1",
  "ñandú 你好 🟡",
  "M\ufffdnica",
  "one\r\ntwo\rthree",
  "\u0001a\u000b\u007fb\u0080\u0085\u009fc",
  "\ufdd0\ufffe\uffff\u{1fffe}\u{10ffff}",
];

test("every cell is a text and nothing else, whatever is in it", async () => {
  const parts = unzip(await leadSheet([["one", "two"], ...texts.map((text) => [text, ""])]));

  const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
  const cells = [...sheet.matchAll(/<c ([^>]*)>(.*?)<\/c>/g)];
  expect(cells).toHaveLength(texts.length + 2);
  for (const [, attributes] of cells) expect(attributes).toMatch(/\bt="s"/);
  expect(sheet).not.toMatch(/<f\b|hyperlink/i);
  expect(parts.get("xl/styles.xml")).toMatch(/numFmtId="49"|formatCode="@"/);
  const strings = [...(parts.get("xl/sharedStrings.xml") ?? "").matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(
    ([, t = ""]) => t,
  );
  const shown = cells.map(([, , value = ""]) => asRead(strings[Number(/<v>(\d+)<\/v>/.exec(value)?.[1])] ?? "nothing"));
  expect(shown).toEqual(["one", "two", ...texts]);
});

test("what XML has no place for is written in signs that it has, and half a sign leaves the rest readable", async () => {
  const parts = unzip(await leadSheet([["a\u000bb\ufffe\ud83dc"]]));

  for (const [name, content] of parts) expect(content.replaceAll(notInXml, ""), name).toBe(content);
  expect(parts.get("xl/sharedStrings.xml")).toContain(">a_x000B_b_xFFFE_c<");
});

/** As programs read what stands in a cell. */
function asRead(text: string): string {
  const plain = text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
  return plain.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The files of an archive, by the list at its end. */
function unzip(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = archive.lastIndexOf("PK\u0005\u0006");
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const isPacked = archive.readUInt16LE(at + 10) === 8;
    const size = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const start = archive.readUInt32LE(at + 42);
    const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
    const content = archive.subarray(from, from + size);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    files.set(name, (isPacked ? inflateRawSync(content) : content).toString());
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}
