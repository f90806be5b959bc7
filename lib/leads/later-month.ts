/** `2026-11` of `2026-10` and one month. */
export function laterMonth(month: string, months: number): string {
  const first = new Date(`${month}-01T00:00:00.000Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  return first.toISOString().slice(0, "2026-11".length);
}
