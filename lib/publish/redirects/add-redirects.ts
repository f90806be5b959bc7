import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, isMap, isSeq, parseDocument, type YAMLMap, YAMLSeq } from "yaml";
import { defaultLocale, type Locale, locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

export type Move = { from: string; to: string };

export const redirectsFile = "content/redirects.yaml";

/**
 * Writes moves into the file of redirects, and gives those that it did not have. What leads from the same address elsewhere stays,
 * unless nothing stands there (`isNowhere`). A file with mistakes stays as it is: the check names them.
 */
export function addRedirects(
  moves: Move[],
  project = process.cwd(),
  isNowhere: (address: string) => boolean = () => false,
): Move[] {
  const file = join(project, redirectsFile);
  const document = moves.length > 0 ? parseDocument(readFileSync(file, "utf8")) : undefined;
  if (!document || document.errors.length > 0 || !isMap(document.contents)) return [];

  const lines = document.get("redirects");
  const seq = isSeq(lines) ? lines : new YAMLSeq(document.schema);
  if (seq !== lines) document.set("redirects", seq);
  seq.flow = false;
  const written = moves.flatMap(({ from, to }) => {
    const elsewhere = targetOf(from);
    return elsewhere && (targetOf(elsewhere) || !isNowhere(elsewhere)) ? [] : [{ from, to, elsewhere }];
  });
  for (const { from, to, elsewhere } of written) {
    // Renamed back, it would lead in a circle; and what led to the old address would take two steps.
    seq.items = seq.items.filter((line) => !(isMap(line) && line.get("from") === to));
    // A publication that failed has led them to where it was to be then.
    for (const old of elsewhere ? [from, elsewhere] : [from])
      seq.items = seq.items.flatMap((line) => (isMap(line) ? followed(line, { from: old, to }, document) : [line]));
    if (!elsewhere) seq.add(document.createNode({ from, to }));
  }
  if (written.length > 0) writeFileSync(file, document.toString({ lineWidth: 0 }));
  return written.map(({ from, to }) => ({ from, to }));

  /** In the language of the address that leads there. */
  function targetOf(from: string): string | undefined {
    const line = seq.items.find((each) => isMap(each) && each.get("from") === from);
    const target = isMap(line) ? String(line.get("to")) : undefined;
    const locale = localeOf(from);
    return target && locale && !localeOf(target) ? `/${locale}${target}` : target;
  }
}

/** A line that led to what has moved. One for every language is written out for each: the others have it where it was. */
function followed(line: YAMLMap, { from, to }: Move, document: Document): unknown[] {
  const [written, target] = [String(line.get("from")), line.get("to")];
  const moved = localeOf(from);
  if (target === from) line.set("to", to);
  else if (moved && target === from.slice(moved.length + 1)) {
    const own = localeOf(written) ?? (written.startsWith(paths.file("")) ? defaultLocale : undefined);
    if (own === moved) line.set("to", to);
    else if (!own)
      return locales.map((locale) =>
        document.createNode({
          from: `/${locale}${written}`,
          to: locale === moved ? to : `/${locale}${target}`,
        }),
      );
  }
  return [line];
}

function localeOf(address: string): Locale | undefined {
  return locales.find((locale) => address.startsWith(`/${locale}/`));
}
