import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { logLine } from "./log-line.ts";

let written: string[];

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-21T12:00:00Z") });
  written = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
});

afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("a line is JSON with time, level, event, reference and reason", () => {
  logLine("warning", "message not delivered", { ref: "K7QD2", reason: "notify: transient, 451" });
  expect(written).toEqual([
    '{"time":"2026-11-21T12:00:00.000Z","level":"warning","event":"message not delivered","ref":"K7QD2","reason":"notify: transient, 451"}\n',
  ]);
});

test("what is said again within a minute is counted, and said once when that is over", () => {
  for (let times = 0; times < 5; times++) logLine("error", "store not writable", { reason: "SQLITE_FULL" });
  logLine("error", "store not writable", { reason: "another" });
  expect(written).toHaveLength(2);
  written = [];

  vi.advanceTimersByTime(60_000);
  expect(written).toEqual([expect.stringContaining('"reason":"SQLITE_FULL","again":4}')]);

  logLine("error", "store not writable", { reason: "SQLITE_FULL" });
  expect(written).toHaveLength(2);
});

test("each inquiry has a line of its own", () => {
  for (let times = 0; times < 2; times++) logLine("info", "inquiry stored", { reason: "contact" });
  expect(written).toHaveLength(2);
});

test.each(["x", "ñ", '"', "\u0000", "🦙", "…"])(
  "a line has at most 400 bytes, though its reason is of ten thousand %j",
  (sign) => {
    logLine("error", "message not delivered", { ref: "K7QD2", reason: `550 ${sign.repeat(10_000)}` });
    const [line = ""] = written;
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(401);
    expect(Buffer.byteLength(line)).toBeGreaterThan(380);
    expect(JSON.parse(line)).toMatchObject({ ref: "K7QD2", reason: expect.stringMatching(/^550 .*…$/s) });
  },
);
