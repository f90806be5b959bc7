import path from "node:path";
import { errorOfFile, type Problem } from "#lib/content/source/content-error.ts";
import { entriesOf, fileIn, kinds, refuseFolder } from "#lib/content/source/content-folder.ts";
import { locales } from "#lib/i18n/locales.ts";

const atRoot = [
  ...locales,
  "authors",
  "files",
  "images",
  "broken.ts",
  "categories.yaml",
  "clients.yaml",
  "home.yaml",
  "menu.yaml",
  "redirects.yaml",
  "routing.yaml",
  "sales-phrases.yaml",
  "spam-examples.yaml",
  "site.yaml",
  "tags.yaml",
];
const inLanguage = [...kinds, "replies", "home.yaml", "mail.ts", "messages.ts"];

/** What lies where nothing is read, and the folders that cannot be: their author would wait for them to appear. */
export function strayFiles(root: string): Problem[] {
  return [strayIn(root, [], atRoot), ...locales.map((locale) => strayIn(root, [locale], inLanguage))].flat();
}

function strayIn(root: string, folder: string[], known: string[]): Problem[] {
  return entriesOf(path.join(root, ...folder)).flatMap(({ name }) => {
    const refusal = /\.(yaml|ts)$/.test(name) ? undefined : refuseFolder(path.join(root, ...folder, name));
    if (known.includes(name)) return refusal ? [errorOfFile(fileIn(root, ...folder, name), "file name", refusal)] : [];
    const message = `is not read here; what is read in ${fileIn(root, ...folder)} is ${known.join(", ")}`;
    return [errorOfFile(fileIn(root, ...folder, name), "file name", message)];
  });
}
