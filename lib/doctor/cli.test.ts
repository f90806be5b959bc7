import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { wasLookedAt } from "#lib/leads/disk/looked-at.ts";
import { smtpForTests } from "#lib/mail/smtp-for-tests.ts";

const execute = promisify(execFile);

test("all is looked at, a line for each, and a mark is left; what is wrong ends it with 1", async () => {
  const dataDir = folderForTests();
  const smtp = await smtpForTests();
  expect(wasLookedAt(dataDir)).toBe(false);

  const { exitCode, stdout } = await doctor(["--mail"], {
    DATA_DIR: dataDir,
    SMTP_URL: smtp.url,
    MAIL_FROM: "hello@localhost.invalid",
    LEADS_TO: "sales@dreamcode.test",
    SITE_URL: "http://127.0.0.1:1",
    PORT: "1",
  });

  const lines = stdout.trim().split("\n");
  expect(lines.map((line) => line.slice(0, 7).trim()).filter((state) => !/^(ok|warning|wrong)$/.test(state))).toEqual(
    [],
  );
  const about = [
    "environment",
    "mail server",
    "test mail",
    "SPF",
    "DKIM",
    "DMARC",
    "DATA_DIR",
    "space",
    "store",
    "clock",
  ];
  about.push("FORM_SECRET", "build", "SITE_URL");
  expect(lines.map((line) => line.slice(9, 20).trim())).toEqual(about);
  expect(exitCode).toBe(1);
  expect(smtp.mails).toHaveLength(1);
  expect(wasLookedAt(dataDir)).toBe(true);
});

test("an environment that cannot be used is said line by line, without a value", async () => {
  const { exitCode, stdout } = await doctor([], { PORT: "80a", SMTP_URL: "smtp://site:hunter2/@mail" });
  expect(stdout.split("\n").map((line) => line.slice(0, 32).trim())).toEqual([
    "wrong    environment  PORT: writ",
    "wrong    environment  SMTP_URL:",
    "wrong    environment  MAIL_FROM:",
    "wrong    environment  LEADS_TO:",
    "",
  ]);
  expect(stdout).not.toContain("hunter2");
  expect(exitCode).toBe(1);
});

test("what is not understood ends with 2, and looks at nothing", async () => {
  const dataDir = join(folderForTests(), "data");
  expect(await doctor(["--all"], { DATA_DIR: dataDir })).toMatchObject({ exitCode: 2, stdout: "" });
  const kept = await doctor([], { DATA_DIR: dataDir, npm_config_mail: "true" });
  expect(kept).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/npm kept --mail for itself/) });
  expect(existsSync(dataDir)).toBe(false);
});

async function doctor(args: string[], env: Record<string, string>) {
  const clean = { ...process.env, DATABASE_URL: "", SMTP_URL: "", MAIL_FROM: "", LEADS_TO: "", ...env };
  try {
    const run = await execute(process.execPath, ["lib/doctor/cli.ts", ...args], { env: clean });
    return { exitCode: 0, ...run };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { exitCode: code, stdout, stderr };
  }
}
