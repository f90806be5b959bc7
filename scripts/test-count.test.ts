import { expect, test } from "vitest";
import { countTests } from "./test-count.ts";

test("vitest's report is counted, a to-do as skipped and a file that does not load as failed", () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: "failed", assertionResults: [{ status: "passed" }, { status: "failed" }] },
      { status: "failed", assertionResults: [] },
      { status: "passed", assertionResults: [{ status: "passed" }] },
    ],
  };

  expect(countTests("vitest", JSON.stringify(report), 1)).toEqual({ passed: 7, failed: 2, skipped: 3 });
});

test("Playwright's report is counted, a flaky journey as failed", () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 1 }, errors: [] };

  expect(countTests("playwright", JSON.stringify(report), 0)).toEqual({ passed: 5, failed: 3, skipped: 1 });
});

test("a run that failed although no test did is one failure", () => {
  const report = { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 } };

  expect(countTests("playwright", JSON.stringify(report), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
});

test.each([
  ["no report", undefined],
  ["a report that breaks off", '{"stats": {'],
  ["a report of another shape", '{"tests": 5}'],
])("%s is one failure, whatever the exit code says", (_name, report) => {
  expect(countTests("vitest", report, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(countTests("playwright", report, 134)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
