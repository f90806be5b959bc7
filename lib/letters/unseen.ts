/**
 * Characters of which nothing is seen, for a class of an expression with the flag u: blanks, marks of direction,
 * joiners, fillers, selectors, tags; and those that no two readers see alike: of private use, and unassigned, among which are
 * the ones that are no characters. Behind the properties stand the few blanks that Unicode counts as symbols or
 * letters: that of Braille, the place of a missing object, the silent note, the blanks of hieroglyphs.
 */
export const unseen = String.raw`\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2800\ufffc\u{1d159}\u{13441}\u{13442}`;
