/** Of both pictures of a page: their size, and where what they show stands. In px. */
export const shareFormats = {
  /** Open Graph, and X, which cuts it to 2:1: 15 px above and below, where nothing stands. */
  wide: {
    size: { width: 1200, height: 630 },
    panel: { left: 840, top: 0, width: 360, height: 630, columns: 4, rows: 7 },
    logo: { left: 62, top: 56, scale: 1.4 },
    title: { left: 62, top: 118, width: 726, height: 412 },
    note: { left: 62, top: 551, width: 726, fontSize: 24 },
  },
  /** For the small square beside a message. */
  square: {
    size: { width: 1200, height: 1200 },
    panel: { left: 0, top: 0, width: 1200, height: 480, columns: 10, rows: 4 },
    logo: { left: 72, top: 548, scale: 1.8 },
    title: { left: 72, top: 620, width: 1056, height: 452 },
    note: { left: 72, top: 1104, width: 1056, fontSize: 34 },
  },
} as const;

export type ShareFormat = keyof typeof shareFormats;
