import type { Focus } from "#lib/content/source/focus.ts";

/** What the picture of a page shows in messages and on social platforms. */
export type ShareCard = {
  /** The address of the page. */
  path: string;
  /** Of the page: its pattern is the one that the page shows. */
  slug: string;
  title: string;
  /** One line at the foot. */
  note: string;
  alt: string;
  /** A file in public/images that takes the place of the pattern. */
  picture?: string | undefined;
  /** What stays in sight of it. */
  focus?: Focus | undefined;
};
