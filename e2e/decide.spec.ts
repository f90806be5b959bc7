import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { filledInContact } from "./support/filled-in-contact.ts";
import { mailsAbout } from "./support/mails.ts";
import type { Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";
import { visitors } from "./support/visitors.ts";

for (const { words, hasScript, who } of visitors) {
  test.describe(who, () => {
    test.use({ javaScriptEnabled: hasScript });

    test("a program that opens every link of a doubtful mail decides nothing, and a person does with one button", async ({
      page,
      site,
      inbox,
    }) => {
      const email = `decide-${randomUUID()}@acme.test`;
      const ref = await doubtful(page, words, email);
      const [notice] = await mailsAbout(ref, site, inbox);
      const links = linksIn(notice?.text, site);
      expect(Object.keys(links)).toEqual(["Not spam", "Spam", "Answered", "Mine"]);
      for (const link of Object.values(links)) {
        for (const method of ["GET", "HEAD", "GET"]) {
          const answer = await fetch(link, { method });
          expect(answer.status).toBe(200);
          expect(answer.headers.get("cache-control")).toBe("no-store");
          expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
          expect(answer.headers.get("x-robots-tag")).toContain("noindex");
          expect(answer.headers.get("set-cookie")).toBeNull();
        }
      }
      expect(await site.leads("show", ref)).toMatch(/^status +quarantined$/m);

      await page.goto(links["Not spam"] ?? "");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Is ${ref} a real inquiry?`);
      await page.getByRole("button", { name: "Not spam" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${ref} is a real inquiry now.`);
      await page.reload();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${ref} counts as a real inquiry.`);

      await expect.poll(() => mailsAbout(ref, site, inbox)).toHaveLength(2);
      const [, receipt] = await mailsAbout(ref, site, inbox);
      expect(receipt?.recipients).toEqual([email]);
      expect(receipt?.headers.get("references")).toBe(notice?.headers.get("references"));
      expect(await site.leads("show", ref)).toMatch(/^history\n {2}\S+ {2}released by sales@dreamcode\.test$/m);
      expect(site.log()).not.toMatch(/\/team\/[\da-f]/);
    });
  });
}

test("who took an inquiry by mistake takes that back on the page that said so", async ({ page, site, inbox }) => {
  const [words] = visitors.map((visitor) => visitor.words);
  if (!words) throw new Error("there are visitors");
  const ref = await doubtful(page, words, `decide-${randomUUID()}@acme.test`);
  const [notice] = await mailsAbout(ref, site, inbox);
  const title = page.getByRole("heading", { level: 1 });
  await page.goto(linksIn(notice?.text, site).Mine ?? "");
  await page.getByRole("button", { name: "Mine" }).click();
  await expect(title).toHaveText(`${ref} is yours.`);
  await page.getByRole("link", { name: "still to be answered" }).click();
  await expect(title).toHaveText(`Is ${ref} still to be answered?`);
  await page.getByRole("button", { name: "Not answered" }).click();
  await expect(title).toHaveText(`${ref} is to be answered again.`);
  expect(await site.leads("show", ref)).toMatch(/taken by .*\n.*reopened by sales@dreamcode\.test$/m);
});

test("a link of one mail is worth nothing with a word of it changed, and is answered as any address that there is not", async ({
  page,
  site,
  inbox,
}) => {
  const [words] = visitors.map((visitor) => visitor.words);
  if (!words) throw new Error("there are visitors");
  const ref = await doubtful(page, words, `decide-${randomUUID()}@acme.test`);
  const [notice] = await mailsAbout(ref, site, inbox);
  const { Spam: link = "" } = linksIn(notice?.text, site);
  for (const wrong of [
    link.replace("/spam/", "/answered/"),
    link.replace(ref, "M4XYZ"),
    link.slice(0, -1),
    `${link}a`,
  ]) {
    expect((await fetch(wrong)).status).toBe(404);
    expect((await fetch(wrong, { method: "POST" })).status).toBe(405);
  }
  expect(await site.leads("show", ref)).toMatch(/^status +quarantined$/m);
});

async function doubtful(page: Page, words: Parameters<typeof filledInContact>[1], email: string): Promise<string> {
  const form = await filledInContact(page, words, { email, message: "Do you work in Calgary?" });
  await page.locator("[name=remarks]").fill("https://cheap.test");
  await form.button.click();
  return form.reference();
}

/** By their labels. The site of a test is at another address than its mails say. */
function linksIn(text = "", site: Site): Record<string, string> {
  const lines = text.matchAll(/^(Not spam|Spam|Answered|Mine): https?:\/\/[^/]+(\/team\/\S+)$/gm);
  return Object.fromEntries(Array.from(lines, ([, label = "", path = ""]) => [label, `${site.url}${path}`]));
}
