import { readSite } from "#lib/content/settings/site.ts";
import type { Problem } from "#lib/content/source/content-error.ts";
import { fileIn } from "#lib/content/source/content-folder.ts";
import { namedImage } from "#lib/content/source/named-image.ts";

/** The pictures that site.yaml names: one that is not there would leave nothing but a gap. */
export function sitePictures(root: string): Problem[] {
  const { value: { contact, photographs = [] } = {}, placeOf } = readSite(root);
  const named: [path: (string | number)[], name: string][] = photographs.map(({ picture }, index) => [
    ["photographs", index, "picture"],
    picture,
  ]);
  if (contact?.portrait) named.unshift([["contact", "portrait"], contact.portrait]);

  return named.flatMap(([path, name]): Problem[] => {
    const { problem } = namedImage(root, name);
    const place = placeOf?.(...path) ?? { line: 1, column: 1 };
    return problem ? [{ ...problem, file: fileIn(root, "site.yaml"), ...place, field: path.join(".") }] : [];
  });
}
