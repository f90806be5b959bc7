import type { BuiltPicture, Variant } from "./built-picture.ts";

/** The widest variant in a format that every reader of feeds and mails shows. */
export function plainVariant({ variants }: BuiltPicture): Variant | undefined {
  const plain = variants.filter(({ format }) => format === "jpeg" || format === "png");
  return plain.toSorted((a, b) => b.width - a.width)[0];
}
