const blocks = /<(?<name>[A-Z]\w*)(?:\s+[A-Za-z]+="[^"]*")*\s*(?:\/>|>(?<inside>[\s\S]*?)<\/\k<name>>)/g;

/**
 * A text from the editor, with each block that has nothing left inside as it was before: one that nobody wants is removed with
 * its tags. Only where there are as many of its name as there were; else it cannot be told which of them it was.
 */
export function keepBlocks(before: string, after: string): string {
  const [was, now] = [before, after].map((text) => Map.groupBy(text.matchAll(blocks), nameOf));
  const kept = [...(now ?? [])].flatMap(([name, all]) => {
    const old = was?.get(name) ?? [];
    const emptied = all.filter(isEmpty);
    const lost = old.filter(([block]) => !all.some(([other]) => other === block));
    if (old.length !== all.length) return [];
    // By what is missing, as one may have been moved; by its place, where others were changed, too.
    const source = (block: Block) =>
      lost.length === emptied.length ? lost[emptied.indexOf(block)] : old[all.indexOf(block)];
    return emptied.map((block) => ({
      from: block.index,
      to: block.index + block[0].length,
      text: (source(block) ?? block)[0],
    }));
  });
  return kept
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: block }) => text.slice(0, from) + block + text.slice(to), after);
}

type Block = RegExpExecArray;

function nameOf({ groups }: Block): string {
  return groups?.name ?? "";
}

function isEmpty({ groups }: Block): boolean {
  return groups?.inside?.trim() === "";
}
