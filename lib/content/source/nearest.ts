import { editDistance } from "#lib/letters/edit-distance.ts";

/** The word a writer most likely meant, or undefined when none is close. */
export function nearest(written: string, known: string[]) {
  const wanted = written.toLowerCase();
  return known
    .map((word) => ({ word, distance: editDistance(wanted, word.toLowerCase()) }))
    .filter(({ word, distance }) => distance <= 3 && distance <= word.length / 2)
    .sort((a, b) => a.distance - b.distance)
    .at(0)?.word;
}
