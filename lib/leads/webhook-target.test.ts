import { expect, test } from "vitest";
import { chatAt, findWebhook, webhookTarget } from "./webhook-target.ts";

const settings = { secrets: [], mayBePrivate: false };

test.each([
  ["https://hooks.slack.com/services/T0/B0/x", "slack"],
  ["https://hooks.slack-gov.com/services/T0/B0/x", "slack"],
  ["https://HOOKS.Slack.com./services/T0/B0/x", undefined],
  ["https://hooks.slack.com.evil.test/services", undefined],
  ["https://evil.test/hooks.slack.com", undefined],
  ["https://nothooks.slack.com/services", undefined],
  ["https://prod-186.westus.logic.azure.com:443/workflows/x/triggers/manual/paths/invoke?sig=y", "teams"],
  ["https://default5c07.61.environment.api.powerplatform.com:443/powerautomate/automations/direct", "teams"],
  ["https://dreamcode.webhook.office.com/webhookb2/x", "teams"],
  ["https://webhook.office.com.evil.test/", undefined],
  ["https://mypowerplatform.com/", undefined],
  ["https://crm.test/leads", undefined],
  ["no address", undefined],
])("%s belongs to %s", (url, chat) => {
  expect(chatAt(url)).toBe(chat);
});

test("a name says the host and nothing else of the address, and tells two channels of one chat apart", () => {
  const [one, two] = ["T0/B0/secret-of-one", "T0/B0/secret-of-two"].map(
    (path) => webhookTarget(`https://user:password@hooks.slack.com/services/${path}`, settings).name,
  );
  expect(one).toMatch(/^hooks\.slack\.com#[0-9a-f]{8}$/);
  expect(two).toMatch(/^hooks\.slack\.com#[0-9a-f]{8}$/);
  expect(one).not.toBe(two);
});

test("a program is found by its name wherever it stands, and what was queued before there were names is the first one's", () => {
  const [one, two] = ["https://one.test", "https://two.test"].map((url) => webhookTarget(url, settings));
  if (!one || !two) throw new Error("two were made");
  for (const list of [
    [one, two],
    [two, one],
  ]) {
    expect(findWebhook(two.name, list)).toBe(two);
    for (const kind of ["webhook", "history"]) expect(findWebhook(kind, list)).toBe(list[0]);
  }
  expect(findWebhook(two.name, [one])).toBeUndefined();
  expect(findWebhook("webhook", [])).toBeUndefined();
});
