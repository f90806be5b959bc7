const gold = "#ffc72c";
const ink = "#111512";
const emerald = "#0b6e4f";
const mist = "#f3f4ef";
const white = "#ffffff";

/** Name, colors and mark. After a change `npm run brand` writes app/brand.css and the icons. */
export const brand = {
  name: "DreamCode",
  gold,
  ink,
  emerald,
  clay: "#d9432a",
  mist,
  white,
  /** On a ground of 24 by 24: a corner bracket, and a disc on its stair. */
  bracket: "M6 0h18v20h-6v-5h-5v-6H6z",
  disc: { cx: 18, cy: 6, r: 3.2 },
  /** Where the mark stands without its ground; less by a hair, or the ground would show at an edge between two pixels. */
  box: "6 .2 17.8 23.6",
  /** What is read stands 4.5:1 from `page` and `quiet`, rules and rings 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). */
  light: {
    page: white,
    quiet: mist,
    text: ink,
    soft: "#4a504b",
    rule: ink,
    hairline: "#d5d8d0",
    link: emerald,
    error: "#b3200f",
    button: ink,
    "on-button": white,
  },
  dark: {
    page: ink,
    quiet: "#1b211d",
    text: mist,
    soft: "#b4bbb4",
    rule: mist,
    hairline: "#3a423c",
    link: "#5fd0a5",
    error: "#ff9a8a",
    button: gold,
    "on-button": ink,
  },
} as const;
