import { resolve } from "node:path";
import { expect, test } from "vitest";
import { countTests } from "./test-count.ts";

test("vitest's report is counted, a to-do as skipped and a file that does not load as failed", () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      {
        name: resolve("lib/a.test.ts"),
        status: "failed",
        assertionResults: [
          { status: "passed", fullName: "it adds" },
          { status: "failed", fullName: "it subtracts" },
        ],
      },
      { name: resolve("lib/b.test.ts"), status: "failed", assertionResults: [] },
      { name: resolve("lib/c.test.ts"), status: "passed", assertionResults: [{ status: "passed", fullName: "it is" }] },
    ],
  };

  expect(countTests("vitest", JSON.stringify(report), 1)).toEqual({
    passed: 7,
    failed: 2,
    skipped: 3,
    failures: ["lib/a.test.ts › it subtracts", "lib/b.test.ts"],
  });
});

test("Playwright's report is counted, a flaky journey as failed", () => {
  const file = "contact.spec.ts";
  const report = {
    stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 },
    suites: [
      {
        specs: [{ file, line: 3, title: "it arrives", tests: [{ status: "unexpected" }] }],
        suites: [
          {
            specs: [
              { file, line: 5, title: "it arrives without script", tests: [{ status: "flaky" }] },
              { file, line: 7, title: "it is kept", tests: [{ status: "expected" }] },
            ],
          },
        ],
      },
    ],
    errors: [],
  };

  expect(countTests("playwright", JSON.stringify(report), 0)).toEqual({
    passed: 5,
    failed: 2,
    skipped: 1,
    failures: ["contact.spec.ts:3 › it arrives", "contact.spec.ts:5 › it arrives without script"],
  });
});

test("a run that failed although no test did is one failure", () => {
  const report = { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 }, suites: [] };

  expect(countTests("playwright", JSON.stringify(report), 1)).toMatchObject({ passed: 5, failed: 1, skipped: 0 });
});

test.each([
  ["no report", undefined],
  ["a report that breaks off", '{"stats": {'],
  ["a report of another shape", '{"tests": 5}'],
])("%s is one failure, whatever the exit code says", (_name, report) => {
  expect(countTests("vitest", report, 0)).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
  expect(countTests("playwright", report, 134)).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
});
