import { unseen } from "./unseen.ts";

/** A text in NFC, without the characters that change what is seen or hide a text: all that Unicode lets a reader ignore. */
export function visibleText(value: string): string {
  return composed(value.toWellFormed().replace(ignorable, "$<kept>"));
}

// What belongs to the letter or picture before it stays: the joiners inside of 👩‍💻 and of Persian and Indic words, of which
// some end with one; selectors, which make ❤️ red and write Japanese names; the letters in the flag of Scotland.
const selector = String.raw`(?<=[^${unseen}])\p{Variation_Selector}`;
const base = String.raw`(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}]`;
const joined = String.raw`(?<=${base}|[^${unseen}]\p{Variation_Selector})\p{Join_Control}(?=${base})`;
// Whatever the order of the marks on the letter is: NFC sorts them, and a text that is cleaned again stays as it is.
const marks = String.raw`(?:(?!\p{Default_Ignorable_Code_Point})\p{M}){0,30}`;
const joining = String.raw`(?<=(?![\p{Default_Ignorable_Code_Point}\p{Script=Latin}\p{Script=Inherited}])[\p{L}\p{M}]${marks})\p{Join_Control}`;
const flag = String.raw`\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}`;
const ignorable = new RegExp(
  `(?<kept>${joined}|${joining}|${selector}|${flag})|\\p{Default_Ignorable_Code_Point}`,
  "gu",
);

/**
 * NFC sorts the marks on a letter in quadratic time: 60,000 of them took 4.6 s. No language has more than a few; 30 is
 * what UAX #15 calls safe.
 */
function composed(text: string): string {
  return /\p{M}{31}/u.test(text) ? text : text.normalize("NFC");
}
