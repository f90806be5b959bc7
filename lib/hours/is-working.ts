/** Whether somebody works at a minute after midnight by their own clock, on a working day. */
export function isWorking(minute: number): boolean {
  return minute >= 9 * 60 && minute < 18 * 60;
}
