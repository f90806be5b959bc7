import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "./support/ask.ts";
import { axeOn } from "./support/axe-on.ts";
import { enhanced } from "./support/enhanced.ts";
import { hostileChanges } from "./support/hostile-changes.ts";
import { leadForm } from "./support/lead-form.ts";
import { expectOrderly, mailSettings, mailsAbout } from "./support/mails.ts";
import { doors, type Field, postForm } from "./support/post-form.ts";
import { projectCopy } from "./support/project-copy.ts";
import { runNpm } from "./support/run-npm.ts";
import { startSite } from "./support/site.ts";
import { expect, test } from "./support/test.ts";
import { throughEveryDoor } from "./support/through-every-door.ts";
import { english, languages, visitors } from "./support/visitors.ts";

const typed = {
  opening: "gone-since",
  name: "Luz Peña",
  email: "luz@acme.test",
  phone: "",
  cv: "linkedin.com/in/luz",
  message: "",
  consent: "on",
};
const fields = (changes: Partial<typeof typed> = {}): Field[] => Object.entries({ ...typed, ...changes });

for (const { lang, titles, noOpening } of languages) {
  test(`as long as there is no opening the careers page in ${lang} says so, and nothing leads to it`, async ({
    page,
    site,
  }) => {
    for (const address of [`/${lang}/careers`, `/${lang}/application`]) {
      await page.goto(address);
      await expect(page.getByRole("main").getByText(noOpening)).toBeVisible();
      await expect(page.locator("form[data-lead-form]")).toHaveCount(0);
      await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /^noindex/);
    }
    await page.goto(`/${lang}`);
    await expect(page.getByRole("link", { name: titles.careers })).toHaveCount(0);
    for (const address of ["/sitemap.xml", "/llms.txt", `/${lang}/search?q=${encodeURIComponent(titles.careers)}`])
      expect(await (await fetch(site.url + address)).text(), address).not.toMatch(/\/careers|\/application["<?]/);
  });
}

test("who was applying when the last opening went is heard through every door, once", async ({ page, site, inbox }) => {
  const ref = await throughEveryDoor({ page, site, form: "application" }, [...fields(), ["key", randomUUID()]]);
  const mails = await mailsAbout(ref, site, inbox);
  expect(mails.map(({ subject }) => subject)).toEqual([
    `[${ref}] Application`,
    `[${ref}] ${english.receipt.application}`,
  ]);
  expect(mails[0]?.text).toContain("Opening: /en/careers/gone-since\nCV: https://linkedin.com/in/luz\n");
});

const markup = `"><svg/onload=document.body.dataset.ran=1>`;
for (const [what, changes, error] of [
  ["a word", { cv: "my CV" }, english.errors.cv],
  ["a program", { cv: "javascript:alert(1)" }, english.errors.cv],
  ["another site in disguise", { cv: "https://linkedin.com@evil.test" }, english.errors.cv],
  ["markup", { cv: `https://cv.test/${markup}`, name: markup, message: markup }, english.errors.cv],
  ["a page with an endless address", { cv: `https://cv.test/${"a".repeat(500)}` }, "500 characters or fewer"],
] as const) {
  test(`${what} is no CV at any door, which is said at its field, and all that was typed is kept`, async ({
    page,
    site,
  }) => {
    for (const [name, door] of Object.entries(doors)) {
      const { status, errors, kept } = await postForm(site, page, "application", door, fields(changes));
      expect(status, name).toBe(422);
      expect(errors.cv, name).toContain(error);
      const { opening: _, ...shown } = { ...typed, ...changes };
      if (kept) expect(kept, name).toEqual(shown);
    }
  });
}

const opening = (changes: Record<string, string>) => {
  const keys = {
    title: "Support agent",
    metaTitle: "Support agent for a shop in Toronto",
    meta_description:
      "A support agent in Colombia for a shop in Toronto, with what the work is, its hours, its languages, and how to apply.",
    summary: "Answers the clients of a shop in Toronto.",
    place: "remote",
    languages: "[English, Spanish]",
    employment: "full-time",
    date: "November 2, 2025",
    until: "December 31, 2999",
    service: "help-desk-and-technical-support",
    ...changes,
  };
  const front = Object.entries(keys).map(([key, value]) => `${key}: ${value}`);
  return `---\n${front.join("\n")}\n---\n\n## Your day\n\nYou answer clients.\n`;
};
const written = {
  "en/openings/support-agent.md": opening({}),
  "es/openings/support-agent.md": opening({
    title: "Agente de soporte",
    metaTitle: "Agente de soporte para una tienda",
    languages: "[inglés, español]",
  }),
  // Of one language alone.
  "en/openings/clerk.md": opening({ title: "Clerk", metaTitle: "Clerk in Colombia, from anywhere" }),
  "en/openings/tester.md": opening({
    title: "Tester",
    metaTitle: "Tester in Cali",
    place: "Cali",
    until: "November 9, 2025",
  }),
};
const titleIn = { en: "Support agent", es: "Agente de soporte" } as Record<string, string>;

test("openings are published by their files: found, read, applied for by everybody, and gone after their last day", async ({
  browser,
  openInbox,
}) => {
  test.setTimeout(600_000);
  const inbox = await openInbox();
  const { folder, remove } = await projectCopy(".releases");
  for (const [file, text] of Object.entries(written)) {
    mkdirSync(join(folder, "content", file, ".."), { recursive: true });
    writeFileSync(join(folder, "content", file), text);
  }
  // Content alone has changed: no build.
  const publishing = runNpm("publish", folder, {});
  expect(await publishing.ended, publishing.log()).toBe(0);
  const site = await startSite(mailSettings(inbox), folder);
  const read = async (address: string) => (await fetch(site.url + address)).text();

  for (const address of ["/sitemap.xml", "/en/search?q=support+agent", "/llms.txt", "/en"])
    expect(await read(address), address).toContain("/en/careers");
  const over = await fetch(`${site.url}/en/careers/tester`, { redirect: "manual" });
  expect([over.status, over.headers.get("location")]).toEqual([308, "/en/careers"]);
  expect(await read("/en/careers")).not.toMatch(/Tester|noindex/);
  const overForm = await fetch(`${site.url}/en/application?opening=tester`, { redirect: "manual" });
  expect([overForm.status, overForm.headers.get("location")]).toEqual([308, "/en/careers?opening=tester"]);
  expect(await read("/en/application?opening=clerk")).toMatch(/href="\/es\/application"[^>]*>Español/);
  const inSpanish = { name: "Luz", email: "clerk@acme.test", cv: typed.cv, opening: "clerk", consent: "on" };
  const { location } = await ask(site, "/es/application", inSpanish);
  const [clerk] = await mailsAbout(/ref=(\w+)/.exec(location ?? "")?.[1] ?? "", site, inbox);
  expect(clerk?.subject).toContain("Application for “Clerk”");
  const picture = /property="og:image" content="[^"]*?(\/en\/careers\/[^"]+)"/.exec(
    await read("/en/careers/support-agent"),
  );
  expect((await fetch(site.url + picture?.[1])).headers.get("content-type")).toBe("image/png");

  for (const { words, hasScript, who } of visitors) {
    const { lang, titles, errors } = words;
    const email = `apply-${lang}-${hasScript ? "script" : "plain"}@acme.test`;
    const context = await browser.newContext({ javaScriptEnabled: hasScript, baseURL: site.url });
    const page = await context.newPage();
    await page.goto(`/${lang}`);
    await page.getByRole("contentinfo").getByRole("link", { name: titles.careers }).click();
    await page.getByRole("link", { name: titleIn[lang] }).click();
    const data = JSON.parse((await page.locator("script[type='application/ld+json']").textContent()) ?? "");
    expect(data["@graph"], who).toContainEqual(
      expect.objectContaining({ "@type": "JobPosting", title: titleIn[lang], directApply: true }),
    );
    await page.getByRole("main").getByRole("link", { name: words.apply }).first().click();
    await expect(page).toHaveURL(`${site.url}/${lang}/application?opening=support-agent`);
    if (hasScript) await enhanced(page);

    const form = leadForm(page, words, "application");
    await form.fillIn({ name: "Luz Peña", email, cv: "luz.pdf", application: "Since 2019." });
    await form.button.click();
    await form.expectErrors([
      ["cv", errors.cv],
      ["applicationConsent", errors.applicationConsent],
    ]);
    await expect(page.getByRole("main").getByRole("link", { name: titleIn[lang] })).toBeVisible();
    if (hasScript) expect((await axeOn(page).analyze()).violations, who).toEqual([]);
    await form.fillIn({ cv: "linkedin.com/in/luz", applicationConsent: true });
    await form.button.click();

    const ref = await form.reference();
    const [notice, receipt, ...more] = await mailsAbout(ref, site, inbox);
    if (!notice || !receipt) throw new Error("There should be a notice and a receipt");
    expect(more).toEqual([]);
    expect(notice).toMatchObject({
      recipients: ["sales@dreamcode.test"],
      replyTo: [{ name: "Luz Peña", address: email }],
      subject: `[${ref}] Application for “Support agent”`,
    });
    expect(notice.text).toContain("Since 2019.");
    expect(notice.text).toContain("CV: https://linkedin.com/in/luz\n");
    expect(notice.html).not.toContain('href="https://linkedin.com');
    expect(receipt).toMatchObject({ recipients: [email], subject: `[${ref}] ${words.receipt.application}` });
    expect(receipt.text).toContain(titleIn[lang]);
    expectOrderly(notice);
    expectOrderly(receipt);
    expect(await site.leads("show", ref)).toContain(words.labels.applicationConsent);
    await context.close();
  }

  const context = await browser.newContext({ baseURL: site.url });
  const page = await context.newPage();
  for (const [change, apply] of Object.entries(hostileChanges).filter(([change]) => !change.includes("list"))) {
    const field = (name: string) => page.locator(`main [name=${name}]:not([type=hidden])`);
    const send = () => page.locator("main button[type=submit]:not([name])").click();
    await page.goto("/es/application?opening=support-agent");
    await enhanced(page);
    for (const name of ["name", "email", "cv"] as const) await field(name).fill(typed[name]);
    await page.evaluate(apply);
    await send();
    await expect(field("consent"), change).toHaveAttribute("aria-invalid", "true");
    await expect(field("cv"), change).toHaveValue(typed.cv);
    await field("consent").check();
    await send();
    await expect(page, change).toHaveURL(/\/application\/received\?ref=/);
  }
  await page.goto("/en/application?opening=support-agent");
  await page.getByRole("contentinfo").getByRole("link", { name: "Español" }).click();
  await expect(page).toHaveURL(/\/es\/application\?opening=support-agent$/);
  await context.close();
  const stats = JSON.parse(await site.leads("stats", "--json"));
  expect(stats).toMatchObject({ leads: 0, applications: expect.any(Number) });
  await site.remove();
  await remove();
});
