/** The word a writer most likely meant, or undefined when none is close. */
export function nearest(written: string, known: string[]) {
  const wanted = written.toLowerCase();
  return known
    .map((word) => ({ word, distance: distanceBetween(wanted, word.toLowerCase()) }))
    .filter(({ word, distance }) => distance <= 3 && distance <= word.length / 2)
    .sort((a, b) => a.distance - b.distance)
    .at(0)?.word;
}

/** How many letters have to be added, dropped or changed (Levenshtein). */
function distanceBetween(from: string, to: string) {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
