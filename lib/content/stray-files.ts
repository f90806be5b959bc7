import path from "node:path";
import { locales } from "#lib/i18n/locales.ts";
import { errorOfFile, type Problem } from "./content-error.ts";
import { entriesOf, fileIn, kinds } from "./content-folder.ts";

const atRoot = [
  ...locales,
  "authors",
  "images",
  "broken.ts",
  "categories.yaml",
  "clients.yaml",
  "redirects.yaml",
  "routing.yaml",
  "site.yaml",
  "tags.yaml",
];
const inLanguage = [...kinds, "replies", "mail.ts", "messages.ts"];

/** What lies where nothing is read: its author would wait for it to appear. */
export function strayFiles(root: string): Problem[] {
  return [strayIn(root, [], atRoot), ...locales.map((locale) => strayIn(root, [locale], inLanguage))].flat();
}

function strayIn(root: string, folder: string[], known: string[]): Problem[] {
  const entries = entriesOf(path.join(root, ...folder)).filter(({ name }) => !known.includes(name));
  return entries.map(({ name }) => {
    const message = `is not read here; what is read in ${fileIn(root, ...folder)} is ${known.join(", ")}`;
    return errorOfFile(fileIn(root, ...folder, name), "file name", message);
  });
}
