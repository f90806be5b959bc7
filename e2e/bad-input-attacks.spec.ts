import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { hostileCampaign } from "./support/hostile-campaign.ts";
import { fieldsOf, markup, markupEverywhere, said } from "./support/inquiry-fields.ts";
import { mailsAbout } from "./support/mails.ts";
import { doors, type Field, multipartDoors, post, postForm, type Sent } from "./support/post-form.ts";
import { expect, test } from "./support/test.ts";
import { throughEveryDoor } from "./support/through-every-door.ts";

// What a form must survive of those who mean harm.

// Under load, and with the page that answers rendered for the first time.
const promptMs = 5_000;

test("row 18, a body of 5 MB: refused, on our own page", async ({ page, site }) => {
  for (const [name, door] of Object.entries(doors)) {
    const answer = await postForm(site, page, "inquiry", door, fieldsOf({ message: "m".repeat(5_000_000) }));
    expect(answer.status, name).toBe(413);
    expect(answer.body, name).toContain("What you sent was too large for this form.");
    if (door.accept !== "application/json") expect(answer.kept, name).toBeDefined();
  }
});

test("row 21, markup in every field: shown as text by the page and by the mail, and never run", async ({
  page,
  site,
  inbox,
}) => {
  await page.goto("/en/inquiry");
  await sendWithoutHandlers(page, { ...said, ...markupEverywhere, consent: "" });
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
  await expect(page.getByRole("main").getByLabel("Company")).toHaveValue(markup);
  await expect(page.getByRole("main").getByLabel("Tell us about it")).toHaveValue(markup);
  expect(await page.evaluate(() => document.body.dataset.ran)).toBeUndefined();

  await page.getByRole("main").getByLabel("I agree").check();
  await page.getByRole("button", { name: "Send inquiry" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you");
  const ref = new URL(page.url()).searchParams.get("ref") ?? "";
  const [notice] = await mailsAbout(ref, site, inbox);
  for (const part of [notice?.text, notice?.html.replaceAll("&#x3C;", "<")]) expect(part).toContain(markup);
  // Our pages let nobody write markup into them.
  await page.goto("about:blank");
  await page.setContent(notice?.html ?? "");
  // The picture at the head of a mail is ours.
  await expect(page.locator("script, img:not([src^='cid:']), svg, [onload], [onerror]")).toHaveCount(0);
  expect(await page.evaluate(() => document.body.dataset.ran)).toBeUndefined();
});

test("row 23, formulas: harmless in the CSV export, as typed in the other", async ({ page, site }) => {
  const formulas = { company: "=1+2", team: "+1-2", start: `@SUM(${randomUUID()})` };
  await throughEveryDoor({ page, site }, [...fieldsOf(formulas), ["key", randomUUID()]]);
  const lineOf = (exported: string) => exported.split(/\r?\n/).find((line) => line.includes(formulas.start)) ?? "";
  const row = lineOf(await site.leads("export", "--csv")).split(",");
  expect(row).toEqual(expect.arrayContaining(["'=1+2", "'+1-2", `'${formulas.start}`]));
  expect(JSON.parse(lineOf(await site.leads("export", "--jsonl")))).toMatchObject(formulas);
});

const spoils: [what: string, spoil: (whole: Sent) => Sent][] = [
  ["a multipart body that was cut off", (whole) => ({ ...whole, body: `${whole.body}`.slice(0, -60) })],
  ["a boundary that is not in the body", (whole) => ({ ...whole, type: "multipart/form-data; boundary=another" })],
  ["no boundary", (whole) => ({ ...whole, type: "multipart/form-data" })],
];

for (const [what, spoil] of spoils) {
  test(`row 28, ${what}: refused at once, with the form to fill in again`, async ({ page, site }) => {
    for (const [name, door] of Object.entries(multipartDoors)) {
      const whole = door.sent(fieldsOf({}));
      const start = performance.now();
      const answer = await post(site, page, door.address("inquiry"), { ...spoil(whole), accept: door.accept });
      expect(performance.now() - start, name).toBeLessThan(promptMs);
      expect(answer.status, name).toBe(400);
      expect(answer.body, name).toContain("What arrived could not be read as a form.");
      if (door.accept !== "application/json") expect(answer.kept, name).toMatchObject({ name: "", message: "" });
    }
  });
}

test("row 28, 10,000 fields: refused at once", async ({ page, site }) => {
  const fields = Array.from({ length: 10_000 }, (_, index): Field => [`field${index}`, "x"]);
  for (const [name, door] of Object.entries(doors)) {
    const start = performance.now();
    const answer = await postForm(site, page, "inquiry", door, fields);
    expect(performance.now() - start, name).toBeLessThan(promptMs);
    expect(answer.status, name).toBe(413);
    expect(answer.body, name).toContain("too large for this form");
  }
});

for (const [method, address, allow] of [
  ["GET", "/api/forms/contact", "POST"],
  ["GET", "/api/forms/inquiry", "POST"],
  ["PUT", "/api/forms/inquiry", "POST"],
  ["DELETE", "/api/forms/contact", "POST"],
  ["PUT", "/en/contact", "GET, HEAD, POST"],
  ["POST", "/en/about", "GET, HEAD"],
] as const) {
  test(`row 29, ${method} ${address}: not here, and what is`, async ({ site }) => {
    const answer = await fetch(site.url + address, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe(allow);
  });
}

test("row 33, from a page of another site: refused with a page that keeps the text, and not stored", async ({
  page,
  site,
}) => {
  const fields = fieldsOf({ message: `Planted ${randomUUID()}` });
  const { message = "" } = Object.fromEntries(fields);
  for (const [name, door] of Object.entries(doors)) {
    const answer = await postForm(site, page, "inquiry", door, fields, { headers: { origin: "https://evil.test" } });
    expect(answer.status, name).toBe(403);
    expect(answer.body, name).toContain("another site");
    // Whoever sent them here has no right to agree for them.
    const kept = { ...said, message, consent: "" };
    if (door.accept !== "application/json") expect(answer.kept, name).toMatchObject(kept);
  }
  expect(await site.leads("export", "--jsonl")).not.toContain(message);
});

test("row 33, from our own page, or from a program that names none: accepted and not held", async ({
  page,
  site,
  inbox,
}) => {
  for (const headers of [{ origin: site.url }, { origin: undefined }]) {
    const ref = await throughEveryDoor({ page, site }, [...fieldsOf({}), ["key", randomUUID()]], { headers });
    expect(await mailsAbout(ref, site, inbox)).toHaveLength(2);
  }
});

test("row 39, a hostile campaign on the address of the form: known names only, short, and never an error", async ({
  page,
  site,
  inbox,
}) => {
  const address = `/en/inquiry?${hostileCampaign}`;
  const shown = await fetch(site.url + address);
  expect(shown.status).toBe(200);
  expect(await shown.text()).not.toContain("<script>alert");

  const message = `Campaign ${randomUUID()}`;
  const headers = { referer: site.url + address };
  for (const [name, door] of Object.entries(doors)) {
    const fields: Field[] = [...fieldsOf({ message }), ["key", randomUUID()]];
    const { status, ref = "" } = await postForm(site, page, "inquiry", door, fields, { headers });
    expect(status, name).toBe(door.taken);
    const [notice] = await mailsAbout(ref, site, inbox);
    expect(notice?.html, name).not.toContain("<script>alert");
  }
  const stored = (await site.leads("export", "--jsonl")).split("\n").filter((line) => line.includes(message));
  expect(stored).toHaveLength(Object.keys(doors).length);
  for (const line of stored) {
    expect(JSON.parse(line)).toMatchObject({
      utm_source: "<script>alert(1)</script>",
      utm_campaign: "c".repeat(200),
      gclid: "%zz\ufffd%",
    });
    expect(line).not.toContain("planted");
  }
});

/** Past the script of the page, as a browser without it would send the form. */
async function sendWithoutHandlers(page: Page, typed: typeof said) {
  await page.evaluate((typed) => {
    const form = document.querySelector<HTMLFormElement>("main form");
    for (const [name, value] of Object.entries(typed)) {
      const field = form?.querySelector<HTMLInputElement>(`[name=${name}]`);
      if (field?.type === "checkbox") field.checked = value === "on";
      else if (field) field.value = value;
    }
    form?.submit();
  }, typed);
}
