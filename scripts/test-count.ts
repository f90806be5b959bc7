import { relative } from "node:path";
import * as z from "zod";

/** `failures` names what failed where a report does: of a long log often the end alone is kept. */
export type TestCount = { passed: number; failed: number; skipped: number; failures: string[] };

const vitestReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
    testResults: z.array(
      z.object({
        name: z.string().transform((file) => relative(process.cwd(), file)),
        status: z.string(),
        assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
      }),
    ),
  })
  .transform((report): TestCount => {
    const unloadable = report.testResults.filter(
      (file) => file.status === "failed" && file.assertionResults.length === 0,
    );
    const failures = report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => `${name} › ${fullName}`),
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloadable.length,
      skipped: report.numPendingTests + report.numTodoTests,
      failures: [...failures, ...unloadable.map(({ name }) => name)],
    };
  });

const playwrightSuite = z.object({
  specs: z.array(
    z.object({
      file: z.string(),
      line: z.number(),
      title: z.string(),
      tests: z.array(z.object({ status: z.string() })),
    }),
  ),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});

const playwrightReport = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
    suites: z.array(playwrightSuite),
  })
  .transform(
    ({ stats, suites }): TestCount => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
      failures: suites.flatMap(failuresOf),
    }),
  );

const reports = { vitest: vitestReport, playwright: playwrightReport };

/** Counts a runner's JSON report. A run that failed without naming a test, or crashed without a report, is one failure. */
export function countTests(runner: keyof typeof reports, report: string | undefined, exitCode: number): TestCount {
  const counted = reports[runner].safeParse(parsed(report));
  const count = counted.success ? counted.data : { passed: 0, failed: 1, skipped: 0, failures: [] };
  return exitCode === 0 ? count : { ...count, failed: Math.max(count.failed, 1) };
}

function failuresOf({ specs, suites }: z.output<typeof playwrightSuite>): string[] {
  const failed = specs.filter(({ tests }) => tests.some(({ status }) => status === "unexpected" || status === "flaky"));
  return [
    ...failed.map(({ file, line, title }) => `${file}:${line} › ${title}`),
    ...(suites ?? []).flatMap(failuresOf),
  ];
}

function parsed(report: string | undefined): unknown {
  try {
    return JSON.parse(report ?? "");
  } catch {
    return undefined;
  }
}
