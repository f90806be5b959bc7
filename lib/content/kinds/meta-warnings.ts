import type { ContentFile } from "#lib/content/source/content-folder.ts";
import type { Source } from "./entries.ts";

/** Google cuts a title at about 600 pixels and a description at about 960, whatever the letters are. */
export const metaLengths = { metaTitle: { min: 1, max: 60 }, meta_description: { min: 70, max: 160 } };

const keys = ["title", "metaTitle", "meta_description"] as const;
const limits = { title: { min: 1, max: 110 }, ...metaLengths };
const advice = {
  title: "a headline of more than 110 fills the screen of a phone",
  metaTitle: "search engines cut a title after about 60",
  meta_description: "write 70 to 160, which is what search engines show",
};

/** For the files of one folder: says what search engines or a phone will cut, and what two of the files share. */
export function metaWarnings() {
  const fileOf = new Map<string, string>();

  return ({ file }: Pick<ContentFile, "file">, written: unknown, report: Source<unknown>["report"]) => {
    for (const key of keys) {
      const text = textAt(written, key);
      if (!text) continue;
      const { min, max } = limits[key];
      const length = [...text].length;
      if (length < min || length > max) report("warning", key, `has ${length} characters; ${advice[key]}`);
      if (/^[“”].*[“”]$/s.test(text)) {
        report("warning", key, "stands in curly quotes, which readers would see; use straight ones, or none");
      }
      if (key === "title") continue;

      const other = fileOf.get(`${key} ${text}`);
      if (other) report("warning", key, `${other} has the same; search engines show one of the two`);
      else fileOf.set(`${key} ${text}`, file);
    }
  };
}

function textAt(written: unknown, key: string): string | undefined {
  if (typeof written !== "object" || written === null) return undefined;
  const value: unknown = Reflect.get(written, key);
  return typeof value === "string" ? value.trim() : undefined;
}
