import type { Page } from "@playwright/test";
import { pages, pagesOnTheWay, unknownAddresses } from "./support/addresses.ts";
import { leadForm } from "./support/lead-form.ts";
import { expect, test } from "./support/test.ts";
import { languages } from "./support/visitors.ts";

// What holds a form that script improves, and thanks, where its draft is forgotten. Every other page has none.
const withForm = ["/contact", "/inquiry", "/newsletter", "/reply", "/application", "/hours"];
const isWithScript = (address: string) =>
  withForm.some((form) => address.split("?")[0]?.replace("/received", "") === form);

for (const words of languages) {
  const { lang } = words;

  for (const [kind, address] of [...pages, ...pagesOnTheWay]) {
    test(`${kind} in ${lang} keeps to its policy, ${isWithScript(address) ? "with" : "and loads no"} script`, async ({
      page,
      site,
    }) => {
      const trouble = await watch(page, site.url);
      const scripts: string[] = [];
      page.on("request", (request) => request.resourceType() === "script" && scripts.push(request.url()));
      const answer = await page.goto(`/${lang}${address}`, { waitUntil: "networkidle" });
      expect(trouble).toEqual([]);
      expect(scripts.length > 0).toBe(isWithScript(address));
      const running = page.locator("script:not([type='application/ld+json'])");
      expect((await running.count()) > 0).toBe(isWithScript(address));
      expect(await answer?.text()).not.toMatch(/ style="|<style| on[a-z]+="/);
      expect(await page.context().cookies()).toEqual([]);
    });
  }

  test(`from page to page in ${lang} the policies hold`, async ({ page, site }) => {
    const trouble = await watch(page, site.url);
    await page.goto(`/${lang}`);
    await page.getByRole("main").getByRole("link", { name: words.titles.inquiry }).first().click();
    await expect(page).toHaveURL(new RegExp(`/${lang}/inquiry`));
    await page.goto(`/${lang}/hours`, { waitUntil: "networkidle" });
    await page
      .getByRole("main")
      .getByRole("combobox")
      .or(page.getByRole("main").getByRole("textbox"))
      .first()
      .fill("Toronto");
    await page.getByRole("main").getByRole("button").first().click();
    await expect(page).toHaveURL(/office=/);
    expect(trouble).toEqual([]);
  });

  for (const name of ["contact", "inquiry"] as const) {
    test(`the ${name} form in ${lang} keeps to its policy with errors, refused by the server, and sent`, async ({
      page,
      site,
    }) => {
      const trouble = await watch(page, site.url);
      const form = leadForm(page, words, name);
      await page.goto(`/${lang}/${name}`, { waitUntil: "networkidle" });
      await form.button.click();
      await expect(form.summary).toBeFocused();

      // Before its script runs a form posts itself, and the page that comes back is made for this one visitor.
      const again = page.waitForResponse((response) => response.status() === 422);
      await page.evaluate(() => document.querySelector<HTMLFormElement>("main form")?.submit());
      expect((await again).headers()["content-security-policy"]).toMatch(/; script-src 'self' 'sha256-[^']+'; /);
      await expect(form.summary).toBeFocused();
      await page.waitForLoadState("networkidle");

      await form.fillIn({ name: "Luz Peña", email: "luz@acme.test" });
      if (name === "inquiry") {
        await form.fillIn({ company: "Acme", country: "CA", service: "cloud" });
      }
      await form.fillIn({ [name]: "Two testers.", consent: true });
      await form.button.click();
      await form.reference();
      expect(trouble).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
    });
  }
}

for (const address of unknownAddresses) {
  test(`${address} keeps to its policy`, async ({ page, site }) => {
    const trouble = await watch(page, site.url);
    await page.goto(address, { waitUntil: "networkidle" });
    expect(trouble).toEqual([]);
    expect(await page.locator("script").count()).toBe(0);
  });
}

const answers: [status: number, what: string, sends: (page: Page, origin: string) => Promise<unknown>][] = [
  [400, "whose body was cut on the way", (page) => sendForm(page, { body: "--x\r\nContent-Disp" })],
  [403, "sent by a page that is not ours", sendFromElsewhere],
  [405, "sent to a page that takes none", (page) => sendForm(page, { action: "/en/blog" })],
  [413, "that is too large", (page) => sendForm(page, { message: "a".repeat(1_100_000) })],
  [415, "that is written as plain text", (page) => sendForm(page, { enctype: "text/plain" })],
];

for (const [status, what, send] of answers) {
  test(`a form ${what} is answered with ${status}, and the answer keeps to its policy`, async ({ page, site }) => {
    await page.goto("/en/contact", { waitUntil: "networkidle" });
    const trouble = await watch(page, site.url);
    const answer = page.waitForResponse((response) => response.status() === status);
    await send(page, site.url);
    expect((await answer).headers()["content-security-policy"]).toMatch(/^default-src 'none'; script-src /);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(trouble).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });
}

test("a page that cannot be made is answered with 500, and the answer keeps to its policy", async ({
  page,
  openSite,
}) => {
  const brokenClock = "Intl.DateTimeFormat.prototype.formatToParts=()=>{throw(new(Error))}";
  const site = await openSite({ NODE_OPTIONS: `--import=data:text/javascript,${brokenClock}` });
  const trouble = await watch(page, site.url);
  const answer = await page.goto(`${site.url}/en/hours?office=new-york`, { waitUntil: "networkidle" });
  expect(answer?.status()).toBe(500);
  expect(answer?.headers()["content-security-policy"]).toContain("script-src 'none'");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(trouble).toEqual([]);
});

test("what a policy forbids is noticed, so that silence means something", async ({ page, site }) => {
  const trouble = await watch(page, site.url);
  await page.goto("/en/contact", { waitUntil: "networkidle" });
  await page
    .evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.body.dataset.ran = 1";
      document.body.append(script);
    })
    .catch(() => undefined);
  await page.evaluate(() => document.body.setAttribute("style", "color: red"));
  await expect.poll(() => trouble.length).toBeGreaterThanOrEqual(2);
  expect(await page.evaluate(() => document.body.dataset.ran)).toBeUndefined();
});

test("a page is made ready while the pointer rests on its link", async ({ page }) => {
  await page.goto("/en/blog", { waitUntil: "networkidle" });
  const rules = await page.request.get("/speculation-rules.json");
  expect(rules.headers()["content-type"]).toBe("application/speculationrules+json");
});

type FormSent = { message?: string; action?: string; enctype?: string; body?: string };

/** As a browser sends the form before its script runs, or with a body that changed on its way. */
async function sendForm(page: Page, { message = "Hello", action, enctype, body }: FormSent) {
  if (body) await page.route("/en/contact", (route) => route.continue({ postData: body }));
  await page.evaluate(
    ([message, action, enctype]) => {
      const form = document.querySelector<HTMLFormElement>("main form");
      const field = form?.querySelector("textarea");
      if (!form || !field) throw new Error("There is no form.");
      field.value = message ?? "";
      if (action) form.action = action;
      if (enctype) form.enctype = enctype;
      form.submit();
    },
    [message, action, enctype],
  );
}

/** A sandboxed frame or a page from a file says that it comes from nowhere. */
async function sendFromElsewhere(page: Page, origin: string) {
  await page.goto("about:blank");
  await page.setContent(
    `<form method="post" action="${origin}/en/contact"><textarea name="message">Hi</textarea></form>`,
  );
  await page.evaluate(() => document.querySelector("form")?.submit());
}

/** Whatever breaks a policy, asks another site or fails on a page, gathered while it is open. */
async function watch(page: Page, origin: string): Promise<string[]> {
  const trouble: string[] = [];
  await page.exposeBinding("reportViolation", (_source, violation: string) => void trouble.push(violation));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample, sourceFile }) => {
      const report: unknown = Reflect.get(window, "reportViolation");
      if (typeof report === "function") report(`${violatedDirective}: ${blockedURI} ${sample} ${sourceFile}`);
    });
  });
  page.on("pageerror", ({ message }) => {
    // Chromium's own: it began to fade from one page to the next, and the next came without.
    if (!message.startsWith("Transition was aborted")) trouble.push(`script: ${message}`);
  });
  page.on("console", (message) => {
    // That a page was not found is no fault of it.
    const isStatus = message.text().startsWith("Failed to load resource");
    if (["error", "warning"].includes(message.type()) && !isStatus) trouble.push(message.text());
  });
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) trouble.push(`asked elsewhere: ${request.url()}`);
  });
  return trouble;
}
