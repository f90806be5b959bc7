import type { Kind } from "#lib/content/source/content-folder.ts";

/** What the search knows of a page. `keywords` are found but not shown; `text` is what excerpts are cut from. */
export type SearchDocument = {
  kind: Kind;
  address: string;
  title: string;
  description: string;
  keywords: string;
  /** What buyers type who look for it; not shown. */
  sought: string;
  text: string;
};
