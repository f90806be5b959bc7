import { alignedTable } from "#lib/aligned-table.ts";

export type Goal = { what: string; found: number; unit: string } & ({ atMost: number } | { atLeast: number });

/** What was found beside what is promised, and how much of it that is. The program ends with 1 where something falls short. */
export function printGoals(goals: Goal[]): void {
  const rows = goals.map((goal) => {
    const [word, promised] =
      "atMost" in goal ? (["at most", goal.atMost] as const) : (["at least", goal.atLeast] as const);
    const isKept = "atMost" in goal ? goal.found <= promised : goal.found >= promised;
    if (!isKept) process.exitCode = 1;
    const ratio = (goal.found / promised).toFixed(2);
    return [goal.what, shown(goal.found), goal.unit, `${word} ${shown(promised)}`, ratio, isKept ? "" : "falls short"];
  });
  console.log(alignedTable([["", "found", "", "promised", "÷", ""], ...rows]));
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
