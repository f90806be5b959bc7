import { expect, onTestFinished, test, vi } from "vitest";
import { logWriter } from "./log-writer.ts";

test("lines of the log come out together, each once, soon or when the site stops", () => {
  vi.useFakeTimers();
  const output = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  onTestFinished(() => {
    output.mockRestore();
    vi.useRealTimers();
  });
  const written = () => output.mock.calls.map(([text]) => text);

  const { write, flush } = logWriter();
  write("one");
  write("two");
  expect(written()).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(written()).toEqual(["one\ntwo\n"]);
  write("three");
  flush();
  vi.advanceTimersByTime(1_000);
  expect(written()).toEqual(["one\ntwo\n", "three\n"]);
});
