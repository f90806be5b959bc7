/** `0.8 s`, `12 min`, `5 h` of milliseconds. */
export function durationInWords(ms: number): string {
  const minute = 60_000;
  if (ms < 2 * minute) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 120 * minute ? `${(ms / minute).toFixed(0)} min` : `${(ms / (60 * minute)).toFixed(0)} h`;
}
