import { mkdir, writeFile } from "node:fs/promises";
import { chromium, type Page } from "@playwright/test";
import { enhanced } from "./support/enhanced.ts";
import { hostileChanges } from "./support/hostile-changes.ts";
import { mailsAbout } from "./support/mails.ts";
import { expect, test } from "./support/test.ts";
import { english } from "./support/visitors.ts";

// Whatever happens to a page before its script starts, while it runs, and to a page that came back: the form stays, keeps its
// text, and sends. Words and labels may be changed, so fields are found by their names.

const forms = {
  contact: { path: "/en/contact", fields: { name: "Luz Peña", email: "luz@acme.test", message: "Typed with care" } },
  inquiry: {
    path: "/es/inquiry",
    fields: {
      name: "Luz Peña",
      email: "luz@acme.test",
      company: "Acme",
      country: "CA",
      service: "cloud",
      message: "x",
    },
  },
  newsletter: { path: "/es/newsletter", fields: { email: "luz@acme.test" } },
  reply: { path: "/en/reply", fields: { name: "Luz Peña", email: "luz@acme.test", message: "Typed with care" } },
};

for (const [change, apply] of Object.entries(hostileChanges)) {
  for (const [name, { path, fields }] of Object.entries(forms)) {
    if (change.includes("list") && !("service" in fields)) continue;
    test(`${change}, the form ${name} keeps its text and sends`, async ({ page, site, inbox }) => {
      await page.addInitScript(`addEventListener("DOMContentLoaded", ${apply})`);
      await page.goto(path);
      await fillIn(page, fields);
      await page.evaluate(apply);

      await send(page);
      await expectKept(page, fields);
      await page.evaluate(apply);
      await page.locator("[name=consent]").check();
      await send(page);
      expect(await mailsAbout(await thankedFor(page), site, inbox)).toHaveLength(2);
    });

    test(`${change}, the form ${name} that came back keeps its text and sends`, async ({ page, site, inbox }) => {
      await page.addInitScript(`addEventListener("DOMContentLoaded", ${apply})`);
      await page.goto(path);
      await fillIn(page, fields);
      const again = page.waitForResponse((response) => response.status() === 422);
      await page.locator("main form").evaluate((form) => HTMLFormElement.prototype.submit.call(form));
      await again;
      await enhanced(page);

      await expectKept(page, fields);
      await page.evaluate(apply);
      await page.locator("[name=consent]").check();
      await send(page);
      expect(await mailsAbout(await thankedFor(page), site, inbox)).toHaveLength(2);
    });
  }
}

test("an extension that puts something beside a field, at its own time, changes nothing for any form", async ({
  site,
  inbox,
}, testInfo) => {
  const extension = testInfo.outputPath("extension");
  await mkdir(extension, { recursive: true });
  await writeFile(
    `${extension}/manifest.json`,
    JSON.stringify({
      manifest_version: 3,
      name: "Beside the field",
      version: "1",
      content_scripts: [{ matches: ["<all_urls>"], js: ["beside.js"] }],
    }),
  );
  await writeFile(
    `${extension}/beside.js`,
    `for (const field of document.querySelectorAll("[name=email], [name=message]"))
      field.after(Object.assign(document.createElement("div"), { className: "beside" }));`,
  );
  // Only the whole browser has extensions. Debian puts both side by side.
  const executablePath = process.env.CHROMIUM_PATH?.replace(/-headless-shell$/, "");
  const context = await chromium.launchPersistentContext(testInfo.outputPath("profile"), {
    ...(executablePath && { executablePath }),
    args: [
      `--load-extension=${extension}`,
      `--disable-extensions-except=${extension}`,
      "--disable-background-networking",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));

  for (const { path, fields } of Object.values(forms)) {
    await page.goto(site.url + path);
    await enhanced(page);
    await expect(page.locator(".beside").first()).toBeAttached();
    await fillIn(page, fields);
    await send(page);
    await expectKept(page, fields);
    await page.locator("[name=consent]").check();
    await send(page);
    expect(await mailsAbout(await thankedFor(page), site, inbox)).toHaveLength(2);
  }
  await context.close();
  expect(errors).toEqual([]);
});

test("JSON of a program in between is not taken for ours: the form goes by its other address", async ({ page }) => {
  const { path, fields } = forms.contact;
  await page.route(`**${path}`, (route) =>
    route.request().method() === "POST"
      ? route.fulfill({ status: 403, json: { status: 403, error: "Forbidden", path } })
      : route.continue(),
  );
  await page.goto(path);
  await fillIn(page, { ...fields, message: "Beside a gateway" });
  await page.locator("[name=consent]").check();
  await send(page);
  expect(await thankedFor(page)).toMatch(/^[2-9A-Z]{5}$/);
});

for (const [what, block] of Object.entries({
  "refuses every fetch": () => {
    window.fetch = () => Promise.reject(new TypeError("blocked"));
  },
  "takes fetch away": () => {
    Object.assign(window, { fetch: undefined });
  },
  "keeps every answer to itself": () => {
    const { fetch } = window;
    window.fetch = (...asked) => fetch(...asked).then(() => Promise.reject(new TypeError("blocked")));
  },
})) {
  test(`where something ${what}, the second try is the browser's own, and one inquiry arrives`, async ({
    page,
    site,
    inbox,
  }) => {
    await page.addInitScript(block);
    const { path, fields } = forms.contact;
    const message = `Where something ${what}`;
    await page.goto(path);
    await fillIn(page, { ...fields, message });
    await page.locator("[name=consent]").check();
    await send(page);
    await expect(page.getByRole("alert").filter({ hasText: english.notSent })).toBeFocused();
    await send(page);

    expect(await mailsAbout(await thankedFor(page), site, inbox)).toHaveLength(2);
    expect(inbox.messages.filter(({ raw }) => raw.includes(message))).toHaveLength(1);
  });
}

test("an extension that adds dozens of fields keeps nobody from sending", async ({ page, site, inbox }) => {
  const { path, fields } = forms.contact;
  await page.goto(path);
  await fillIn(page, fields);
  await page.locator("[name=consent]").check();
  await page.locator("main form").evaluate((form) => {
    for (let count = 0; count < 70; count += 1) {
      form.prepend(Object.assign(document.createElement("input"), { type: "hidden", name: `x${count}`, value: "x" }));
    }
    for (const name of ["name", "email", "message"]) {
      form.prepend(Object.assign(document.createElement("input"), { type: "hidden", name }));
    }
  });
  await send(page);
  expect(await mailsAbout(await thankedFor(page), site, inbox)).toHaveLength(2);
});

test("fields that a program fills in without any event are sent as they are", async ({ page, site, inbox }) => {
  await page.goto("/en/contact");
  await page.evaluate(() => {
    const values = { name: "Luz Peña", email: "luz@acme.test", message: "Filled in by a program" };
    for (const [name, value] of Object.entries(values)) {
      const field = document.querySelector<HTMLInputElement>(`[name="${name}"]`);
      if (field) field.value = value;
    }
    const consent = document.querySelector<HTMLInputElement>("[name=consent]");
    if (consent) consent.checked = true;
  });
  await send(page);
  const [notice] = await mailsAbout(await thankedFor(page), site, inbox);
  expect(notice?.text).toContain("Filled in by a program");
});

test("a field that was wrong and that a program fills in without any event is right at the next try", async ({
  page,
}) => {
  const { path, fields } = forms.contact;
  await page.goto(path);
  await fillIn(page, { ...fields, email: "luz@" });
  await page.locator("[name=consent]").check();
  await send(page);
  await expect(page.locator("#email-error")).toBeVisible();
  await page.locator("[name=email]").evaluate((field: HTMLInputElement) => {
    field.value = "luz@acme.test";
  });
  await send(page);
  await thankedFor(page);
});

async function fillIn(page: Page, fields: Record<string, string>) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]:not([type=hidden])`);
    if (await field.evaluate((element) => element instanceof HTMLSelectElement)) await field.selectOption(value);
    else await field.fill(value);
  }
}

/** By its markup, as its words may have changed. */
async function send(page: Page) {
  await page.locator("main button[type=submit]:not([name])").click();
}

/** Without the consent, nothing was sent. */
async function expectKept(page: Page, fields: Record<string, string>) {
  await expect(page.locator("main [name=consent]")).toHaveAttribute("aria-invalid", "true");
  for (const [name, value] of Object.entries(fields)) {
    await expect(page.locator(`main [name="${name}"]:not([type=hidden])`)).toHaveValue(value);
  }
}

async function thankedFor(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/received\?ref=[2-9A-Z]{5,6}/);
  return new URL(page.url()).searchParams.get("ref") ?? "";
}
