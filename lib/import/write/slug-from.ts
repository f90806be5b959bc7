/** Words as they stand in an address or in the name of a file: small letters without accents, digits and -. */
export function slugFrom(words: string): string {
  const plain = words
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/['’]/g, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return plain.length <= 80 ? plain : plain.slice(0, 80).replace(/-[^-]*$/, "");
}
