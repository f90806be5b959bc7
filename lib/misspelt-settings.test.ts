import { expect, test } from "vitest";
import { misspeltSettings } from "./misspelt-settings.ts";

test.each([
  ["RETENTION_DAY", "RETENTION_DAYS"],
  ["ALARM_T0", "ALARM_TO"],
  ["SMTP_URl", "SMTP_URL"],
  ["SITE_UR", "SITE_URL"],
  ["LEAD_TO", "LEADS_TO"],
  ["trusted_proxies", "TRUSTED_PROXIES"],
])("%s is named as a slip of %s", (name, meant) => {
  expect(misspeltSettings({ [name]: "x" })).toEqual([`${name} is no setting of this site: ${meant} is`]);
});

test("what is ours, and what others set, is no slip", () => {
  const others = ["SITE_URL", "SMTP_URL", "HOME", "HOSTS", "LC_ALL", "NODE_ENV", "SSH_TTY", "LOGNAME", "XDG_DATA_DIRS"];
  expect(misspeltSettings(Object.fromEntries(others.map((name) => [name, "x"])))).toEqual([]);
});
