export type LogFacts = { ref?: string | undefined; reason?: string | undefined };

const forgetAfterMs = 60_000;
/** Of a line, without its end: a disk that holds a million of them holds 0.4 GB. */
const mostBytes = 400;
const said = new Map<string, { again: number }>();

/**
 * One line to standard error: of JSON for a service manager, and to be read at a terminal. The same again within a minute is
 * counted, and said once when the minute is over. `reason` holds no personal data.
 */
export function logLine(level: "info" | "warning" | "error", event: string, { ref, reason }: LogFacts = {}): void {
  // Each inquiry is one of its own.
  if (level === "info") {
    write({ level, event, ref, reason });
    return;
  }
  const key = JSON.stringify([level, event, ref, reason]);
  const known = said.get(key);
  if (known) {
    known.again++;
    return;
  }
  said.set(key, { again: 0 });
  setTimeout(() => {
    const { again } = said.get(key) ?? { again: 0 };
    said.delete(key);
    if (again > 0) write({ level, event, ref, reason, again });
  }, forgetAfterMs).unref();
  write({ level, event, ref, reason });
}

type Line = LogFacts & { level: string; event: string; again?: number };

function write({ level, event, ref, reason, again }: Line) {
  const time = new Date().toISOString();
  const times = again === undefined ? "" : ` (${again} more times within a minute)`;
  const text = [event, ref].filter(Boolean).join(" ") + (reason === undefined ? "" : `: ${reason}`);
  const line = process.stderr.isTTY
    ? `${time} ${text}${times}`
    : jsonWithin(mostBytes, { time, level, event, ref, reason, again });
  process.stderr.write(`${line}\n`);
}

/** A server that refuses a mail may say as much as it likes: its words are cut, and what they are about is not. */
function jsonWithin(bytes: number, line: LogFacts & Record<string, unknown>): string {
  const { reason = "" } = line;
  const isWithin = (text: string) => Buffer.byteLength(text) <= bytes;
  const whole = JSON.stringify(line);
  if (isWithin(whole)) return whole;
  const cut = (length: number) => JSON.stringify({ ...line, reason: `${reason.slice(0, length)}…` });
  let [kept, left] = [0, reason.length];
  while (left - kept > 1) {
    const middle = (kept + left) >> 1;
    if (isWithin(cut(middle))) kept = middle;
    else left = middle;
  }
  return cut(kept);
}
