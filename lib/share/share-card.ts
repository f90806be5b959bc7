/** What the picture of a page shows in messages and on social platforms. */
export type ShareCard = {
  path: string;
  /** Of the page: its pattern is the one that the page shows. */
  slug: string;
  title: string;
  /** One line at the foot. */
  note: string;
  alt: string;
  /** A file that takes the place of the pattern. */
  picture?: string;
};

export const shareFormats = {
  /** Open Graph, and X, which cuts it to 2:1: 15 px above and below, where nothing stands. */
  wide: { width: 1200, height: 630 },
  /** For the small square beside a message. */
  square: { width: 1200, height: 1200 },
} as const;

export type ShareFormat = keyof typeof shareFormats;
