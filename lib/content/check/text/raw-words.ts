import { visit } from "yaml";
import type { Problem } from "#lib/content/source/content-error.ts";
import { splitFrontMatter } from "#lib/content/source/front-matter.ts";
import { parseYaml } from "#lib/content/source/parse-yaml.ts";
import { rawMark } from "#lib/content/text/lint/raw-mark.ts";
import type { RawText } from "./raw-texts.ts";

/** Keys of what is no text to be read: addresses, names of files, and what is shown to nobody. */
const notShown = ["url", "link", "imglink", "portrait", "email", "permission"];
// Addresses alone, and what readers wrote themselves.
const notRead = /(?:^|\/)(?:redirects\.yaml|routing\.yaml|sales-phrases\.yaml|spam-examples\.yaml|replies\/[^/]+)$/;

/** Markdown, HTML and places to fill in where a page shows words as they are: in front matter and lists. */
export function rawWords(texts: RawText[]): Problem[] {
  return texts.flatMap(({ file, text }) => {
    const yaml = notRead.test(file) ? undefined : yamlOf(file, text);
    if (yaml === undefined) return [];
    const { document, placeAt, faults } = parseYaml(yaml);
    const problems: Problem[] = [];
    visit(document, {
      Scalar(key, { value, range }, path) {
        const names = path.flatMap((part) => ("key" in part ? [String(part.key)] : []));
        const isShown =
          !names.some((name) => notShown.includes(name)) && !faults.some((fault) => fault.key === names[0]);
        const message = key !== "key" && isShown && typeof value === "string" && rawMark(value);
        if (!message) return;
        problems.push({
          severity: "warning",
          file,
          ...placeAt(range?.[0] ?? 0),
          field: [...names, ...(typeof key === "number" ? [key] : [])].join("."),
          message,
        });
      },
    });
    return problems;
  });
}

function yamlOf(file: string, text: string): string | undefined {
  if (file.endsWith(".yaml")) return text;
  if (file.endsWith(".ts")) return undefined;
  const parts = splitFrontMatter(file, text);
  return "yaml" in parts ? parts.yaml : undefined;
}
