/** A message that was there before, as one that has just been queued: its time, its attempts and what was said of it count no more. */
export function dueAnew(at: string) {
  return {
    state: "pending",
    queued_at: at,
    next_at: at,
    attempts: 0,
    safe_form: 0,
    restored: 0,
    last_class: null,
  } as const;
}
