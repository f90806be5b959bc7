import * as z from "zod";

export type TestCount = { passed: number; failed: number; skipped: number };

const vitestReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
    testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
  })
  .transform((report): TestCount => {
    const unloadable = report.testResults.filter(
      (file) => file.status === "failed" && file.assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloadable.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  });

const playwrightReport = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  })
  .transform(
    ({ stats }): TestCount => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    }),
  );

const reports = { vitest: vitestReport, playwright: playwrightReport };

/** Counts a runner's JSON report. A run that failed without naming a test, or crashed without a report, is one failure. */
export function countTests(runner: keyof typeof reports, report: string | undefined, exitCode: number): TestCount {
  const counted = reports[runner].safeParse(parsed(report));
  const count = counted.success ? counted.data : { passed: 0, failed: 1, skipped: 0 };
  return exitCode === 0 ? count : { ...count, failed: Math.max(count.failed, 1) };
}

function parsed(report: string | undefined): unknown {
  try {
    return JSON.parse(report ?? "");
  } catch {
    return undefined;
  }
}
