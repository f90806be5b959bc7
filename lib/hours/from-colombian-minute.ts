/** When it is that minute in Colombia, whose clocks have not changed since 1993. */
export function fromColombianMinute(minute: string): Date {
  return new Date(`${minute}:00-05:00`);
}
