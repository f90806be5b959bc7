import { fixedPages } from "./fixed-pages.ts";
import { defaultLocale } from "./locales.ts";
import { paths } from "./paths.ts";

/** What may follow the language. An address that begins with one of these and names no language gets the reader's. */
export const sections = [...fixedPages.map(({ pathIn }) => pathIn), paths.search, paths.reply, paths.application]
  .map((pathIn) => pathIn(defaultLocale).split("/")[2])
  .filter((section) => section !== undefined);
