import { chromium, type Page } from "@playwright/test";
import { breakSpool, breakStore } from "./support/broken-store.ts";
import { enhanced } from "./support/enhanced.ts";
import { filledInContact } from "./support/filled-in-contact.ts";
import { leadForm } from "./support/lead-form.ts";
import { mailSettings, mailsAbout } from "./support/mails.ts";
import { expect, test } from "./support/test.ts";
import { english, spanish, visitors } from "./support/visitors.ts";

for (const { words, hasScript, who } of visitors) {
  test.describe(who, () => {
    test.use({ javaScriptEnabled: hasScript });

    test("a message that the store cannot take is thanked for, kept through a power cut, and delivered", async ({
      page,
      openSite,
      openInbox,
    }) => {
      const inbox = await openInbox();
      const site = await openSite(mailSettings(inbox));
      const store = breakStore(site.dataDir);

      const form = await filledInContact(page, words, { message: "Typed with care", site });
      await form.button.click();
      const ref = await form.reference();
      expect(await site.health()).toMatchObject({ status: "failing", alarms: ["store-away", "leads-in-spool"] });
      await site.kill();

      store.mend();
      await site.restart(mailSettings(inbox));
      await expect.poll(site.health).toMatchObject({ status: "ok", alarms: [] });
      expect(await mailsAbout(ref, site, inbox)).toMatchObject([
        { recipients: ["sales@dreamcode.test"], text: expect.stringContaining("Typed with care") },
        { recipients: ["luz@acme.test"] },
      ]);
    });

    test("a message that can be kept nowhere is said to be unsent, and the text is not lost", async ({
      page,
      openSite,
      openInbox,
    }) => {
      const inbox = await openInbox();
      const site = await openSite(mailSettings(inbox));
      const store = breakStore(site.dataDir);
      const spool = await breakSpool(site.dataDir);

      const form = await filledInContact(page, words, { message: "Typed with care", site });
      await form.button.click();
      const summary = page.getByRole("alert").filter({ hasText: words.notSent });
      await expect(summary).toBeFocused();
      await expect(form.field("contact")).toHaveValue("Typed with care");
      const mailto = await summary.getByRole("link", { name: words.writeInstead }).getAttribute("href");
      expect(mailto).toMatch(/^mailto:hello@dreamcode\.test\?subject=[^&]+&body=[^&]*Typed%20with%20care/);

      await expect(page.getByLabel(words.wholeText)).toBeHidden();

      // Windows opens no link of more than 2,000 characters or so.
      const long = `${"Año tras año. ".repeat(600)}The end`;
      await form.fillIn({ contact: long });
      const refused = page.waitForResponse((answer) => answer.request().method() === "POST");
      await form.button.click();
      // The mail that is offered has the text as it is typed: only the answer says that the post has ended.
      await refused;
      await expect(summary).toBeFocused();
      await expect(page.getByLabel(words.wholeText)).toHaveValue(`Luz Peña\n\nluz@acme.test\n\n${long}`);
      const shortened = await summary.getByRole("link", { name: words.writeInstead }).getAttribute("href");
      expect(shortened).toMatch(/^mailto:hello@dreamcode\.test\?subject=[^&]+&body=.{1000,}$/);
      expect(shortened?.length).toBeLessThan(2_000);

      store.mend();
      await spool.mend();
      await form.button.click();
      const mails = await mailsAbout(await form.reference(), site, inbox);
      expect(mails.map(({ recipients }) => recipients)).toEqual([["sales@dreamcode.test"], ["luz@acme.test"]]);
    });
  });
}

test("what could not be sent is in the form again after a walk around the site, and forgotten once it is sent", async ({
  page,
  site,
  inbox,
}) => {
  await page.route("**/en/contact", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await page.route("**/api/forms/contact", (route) => route.abort());
  const form = await filledInContact(page, english, { message: "Typed with care", site });
  await form.button.click();
  await expect(page.getByRole("alert").filter({ hasText: english.notSent })).toBeFocused();
  expect(await kept(page)).toEqual(["draft.contact"]);

  await page.goto("/en/services");
  await page.unrouteAll();
  await page.goto("/en/contact");
  await expect(page.getByRole("status").filter({ hasText: english.draft })).toBeVisible();
  await expect(form.field("name")).toHaveValue("Luz Peña");
  await expect(form.field("contact")).toHaveValue("Typed with care");
  await expect(form.field("consent")).toBeChecked();

  await form.button.click();
  const [notice] = await mailsAbout(await form.reference(), site, inbox);
  expect(notice?.text).toContain("Typed with care");
  expect(await kept(page)).toEqual([]);
});

for (const [what, spoil] of [
  ["a mistake", async (page: Page) => page.locator("[name=email]").fill("luz@")],
  ["a failed send", async (page: Page) => refusePosts(page)],
  ["going on in another language", async () => {}],
] as const) {
  test(`what is typed further after ${what} is there after a walk around the site, and gone once it is emptied`, async ({
    page,
    site,
  }) => {
    const form = await filledInContact(page, english, { message: "Typed at first", site });
    await spoil(page);
    if (what === "going on in another language") {
      await page.getByRole("button", { name: spanish.goOn }).click();
      await page.getByRole("banner").getByRole("link", { name: "English" }).click();
      await enhanced(page);
    } else {
      await form.button.click();
      await expect(page.getByRole("alert").filter({ hasNotText: /^$/ })).toBeFocused();
    }
    await expect(form.field("contact")).toHaveValue("Typed at first");
    await form.fillIn({ name: "", contact: "Typed further", consent: false });

    for (const _walk of ["to another page", "and from the form that was filled in again"]) {
      await page.goto("/en/services");
      await page.goto("/en/contact");
      await expect(page.getByRole("status").filter({ hasText: english.draft })).toBeVisible();
      await expect(form.field("name")).toHaveValue("");
      await expect(form.field("contact")).toHaveValue("Typed further");
      await expect(form.field("consent")).not.toBeChecked();
    }
    await form.fillIn({ contact: "And further" });
    await putAway(page);
    expect(await page.evaluate(() => sessionStorage.getItem("draft.contact"))).toContain("And further");

    await form.fillIn({ email: "", contact: "" });
    await page.goto("/en/services");
    expect(await kept(page)).toEqual([]);
    await page.goto("/en/contact");
    await expect(form.field("contact")).toHaveValue("");
    await expect(page.getByText(english.draft)).toBeHidden();
  });
}

test("a form that is emptied after a mistake leaves nothing in the browser", async ({ page, site }) => {
  const form = leadForm(page, english, "contact");
  await page.goto(`${site.url}/en/contact`);
  await form.fillIn({ contact: "Typed, and taken back" });
  await form.button.click();
  await expect(form.summary).toBeFocused();
  await form.fillIn({ contact: "" });
  await page.goto("/en/services");
  expect(await kept(page)).toEqual([]);
});

test("a page of the form that was come back to leaves what was typed into a later one", async ({ page, site }) => {
  const form = await filledInContact(page, english, { message: "Typed at first", email: "luz@", site });
  await form.button.click();
  await expect(form.summary).toBeFocused();
  await putAway(page);
  // As the page in the other language keeps it. The Back button shows this one again as it was left.
  await page.evaluate(() => sessionStorage.setItem("draft.contact", JSON.stringify({ message: "Typed later" })));
  await page.goto("/en/services");
  await page.goto("/en/contact");
  await expect(form.field("contact")).toHaveValue("Typed later");
});

test("what is typed, and nobody tried to send, is kept nowhere", async ({ page, site }) => {
  await filledInContact(page, english, { message: "Typed, and left", site });
  await page.goto("/en/services");
  expect(await kept(page)).toEqual([]);
});

test("what is typed further into a form that the server gave back is there after a walk around the site", async ({
  page,
  site,
}) => {
  const form = await filledInContact(page, english, { message: "", site });
  await page.locator("main form").evaluate((element) => HTMLFormElement.prototype.submit.call(element));
  await expect(form.summary).toBeVisible();
  await enhanced(page);
  await form.fillIn({ contact: "Typed further" });
  await page.goto("/en/services");
  await page.goto("/en/contact");
  await expect(form.field("contact")).toHaveValue("Typed further");

  await form.button.click();
  await form.reference();
  expect(await kept(page)).toEqual([]);
});

for (const who of ["the script", "the server"] as const) {
  test(`what is typed further after ${who} said that nothing was sent is in the mail that is offered instead`, async ({
    page,
    openSite,
    openInbox,
  }) => {
    const site = await openSite(mailSettings(await openInbox()));
    breakStore(site.dataDir);
    await breakSpool(site.dataDir);
    const form = await filledInContact(page, english, { message: "Typed at first", site });
    if (who === "the script") await form.button.click();
    else await page.locator("main form").evaluate((element) => HTMLFormElement.prototype.submit.call(element));
    const link = page.getByRole("link", { name: english.writeInstead });
    await expect(link).toBeVisible();
    await enhanced(page);

    await form.fillIn({ contact: "Typed further" });
    const subject = encodeURIComponent(english.send.contact);
    const mailOf = (text: string) =>
      `mailto:hello@dreamcode.test?subject=${subject}&body=${encodeURIComponent(["Luz Peña", "luz@acme.test", text].join("\r\n\r\n"))}`;
    await expect(link).toHaveAttribute("href", mailOf("Typed further"));
    await expect(page.getByLabel(english.wholeText)).toBeHidden();

    const long = `${"Año tras año. ".repeat(600)}The end`;
    await form.fillIn({ contact: long });
    await expect(page.getByLabel(english.wholeText)).toHaveValue(`Luz Peña\n\nluz@acme.test\n\n${long}`);

    const fillInWithoutEvent = (text: string) =>
      form.field("contact").evaluate((field: HTMLTextAreaElement, value) => {
        field.value = value;
      }, text);
    await fillInWithoutEvent(`${long}, by a program`);
    await page.getByLabel(english.wholeText).focus();
    await expect(page.getByLabel(english.wholeText)).toHaveValue(/The end, by a program$/);
    await fillInWithoutEvent("By a program");
    await link.evaluate((element: HTMLAnchorElement) => {
      addEventListener("click", (event) => event.preventDefault(), { once: true });
      element.click();
    });
    await expect(link).toHaveAttribute("href", mailOf("By a program"));
  });
}

test("the consent comes back under the sentence alone that it was given to", async ({ page, site }) => {
  await refusePosts(page);
  const form = await filledInContact(page, english, { message: "Typed with care", site });
  await form.button.click();
  await expect(page.getByRole("alert").filter({ hasText: english.notSent })).toBeFocused();

  const spanishForm = leadForm(page, spanish, "contact");
  await page.goto("/es/contact");
  await expect(spanishForm.field("contact")).toHaveValue("Typed with care");
  await expect(spanishForm.field("consent")).not.toBeChecked();
  await spanishForm.field("consent").check();
  await page.reload();
  await expect(spanishForm.field("contact")).toHaveValue("Typed with care");
  await expect(spanishForm.field("consent")).toBeChecked();

  await page.route("**/es/contact", async (route) => {
    const answer = await route.fetch();
    const published = (await answer.text()).replaceAll(spanish.labels.consent, "Acepto otra cosa.");
    await route.fulfill({
      response: answer,
      body: published.replace(/(name="agreed" value=")\w+/, "$10123abcd"),
    });
  });
  for (const come of [() => page.reload(), () => page.goto("/es/contact")]) {
    await come();
    await expect(spanishForm.field("contact")).toHaveValue("Typed with care");
    await expect(page.getByLabel("Acepto otra cosa.")).not.toBeChecked();
  }
});

test("what arrived without an answer, and is sent in the other language after a walk, is one message", async ({
  page,
  site,
}) => {
  const refs: string[] = [];
  await page.route("**/*", async (route) => {
    if (route.request().resourceType() !== "fetch" || route.request().method() !== "POST") return route.continue();
    refs.push((await (await route.fetch()).json()).ref);
    await route.abort();
  });
  const form = await filledInContact(page, english, { message: "Lost on its way back before a walk", site });
  await form.button.click();
  await expect(page.getByRole("alert").filter({ hasText: english.notSent })).toBeFocused();
  await page.unrouteAll();
  await page.goto("/en/services");
  await page.goto("/en/contact");
  await page.getByRole("button", { name: spanish.goOn }).click();

  const after = leadForm(page, spanish, "contact");
  await expect(after.field("contact")).toHaveValue("Lost on its way back before a walk");
  await after.field("consent").check();
  await after.button.click();
  expect(await after.reference()).toBe(refs[0]);
});

test("what the browser posts by itself, where fetch is blocked, is sent and no draft any more", async ({
  page,
  site,
  inbox,
}) => {
  await page.route("**/*", (route) => (route.request().resourceType() === "fetch" ? route.abort() : route.continue()));
  const form = await filledInContact(page, english, { message: "Typed with care", site });
  await form.button.click();
  await expect(page.getByRole("alert").filter({ hasText: english.notSent })).toBeFocused();
  await form.button.click();
  const [notice] = await mailsAbout(await form.reference(), site, inbox);
  expect(notice?.text).toContain("Typed with care");
  await expect.poll(() => kept(page)).toEqual([]);

  await page.goto("/en/contact");
  await expect(form.field("contact")).toHaveValue("");
});

for (const isKept of [true, false]) {
  test(`Back leads from the browser's error page to the form and its text, ${isKept ? "" : "also where nothing may be stored, "}with the server out of reach twice`, async ({
    page,
    site,
  }) => {
    if (!isKept) {
      await page.addInitScript(() => {
        Object.defineProperty(window, "sessionStorage", {
          get() {
            throw new DOMException("Blocked", "SecurityError");
          },
        });
      });
    }
    await page.goto(new URL("/en/services", site.url).href);
    const form = await filledInContact(page, english, { message: "Typed with care", site });
    await page.route("**/*contact", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await form.button.click();
    await expect(page.getByRole("alert").filter({ hasText: english.notSent })).toBeFocused();
    await form.button.click();
    await expect(page).toHaveURL(/^chrome-error:/);

    await page.unrouteAll();
    await page.goBack();
    await expect(form.field("contact")).toHaveValue("Typed with care");
    await enhanced(page);
    await form.field("consent").check();
    await form.button.click();
    expect(await form.reference()).toMatch(/^\w+$/);
  });
}

test("Back leads to a page of the form that the browser has kept whole, and to its text, while the site is out of reach", async ({
  openSite,
  openInbox,
}) => {
  const inbox = await openInbox();
  const site = await openSite(mailSettings(inbox));
  // Only the whole browser keeps pages whole, and Playwright turns it off. Debian puts both side by side.
  const executablePath = process.env.CHROMIUM_PATH?.replace(/-headless-shell$/, "");
  await using browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  const page = await browser.newPage();
  const form = await filledInContact(page, english, { message: "Typed with care", site });
  await enhanced(page);
  await page.evaluate(() => {
    addEventListener("pageshow", ({ persisted }) => Object.assign(window, { isKeptWhole: persisted }));
  });
  await site.kill();
  await form.button.click();
  await expect(page.getByRole("alert").filter({ hasText: english.notSent })).toBeFocused();
  await page.getByRole("banner").getByRole("link").first().click();
  await expect(page).toHaveURL(/^chrome-error:/);

  // Such a page is there at once, and is not loaded.
  await page.goBack({ waitUntil: "commit" });
  expect(await page.evaluate(() => "isKeptWhole" in window && window.isKeptWhole)).toBe(true);
  await expect(form.field("contact")).toHaveValue("Typed with care");

  // Once it is within reach, such a page is loaded anew: of what is kept it may see too little.
  await site.restart(mailSettings(inbox));
  await page.goto(`${site.url}/en/services`);
  await page.goBack({ waitUntil: "commit" });
  await page.waitForFunction(() => !("isKeptWhole" in window));
  await enhanced(page);
  await expect(form.field("contact")).toHaveValue("Typed with care");
  await form.field("consent").check();
  await form.button.click();
  expect(await mailsAbout(await form.reference(), site, inbox)).toHaveLength(2);
});

test("an older page of thanks that is looked at again forgets nothing of what could not be sent since", async ({
  page,
  site,
}) => {
  const form = await filledInContact(page, english, { message: "The first", site });
  await form.button.click();
  await form.reference();
  const thanks = page.url();
  await page.goto("/en/contact");
  await form.fillIn({ name: "Luz Peña", email: "luz@acme.test", contact: "The second, typed with care" });
  await form.field("consent").check();
  await page.route("**/*contact", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await form.button.click();
  await expect(page.getByRole("alert").filter({ hasText: english.notSent })).toBeFocused();

  await page.goto(thanks);
  await expect(page.locator("[data-received]")).toBeVisible();
  await page.goto("/en/contact");
  await expect(form.field("contact")).toHaveValue("The second, typed with care");
});

test("a browser that says it is offline, and is not, posts by itself at the third try", async ({
  page,
  site,
  inbox,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "onLine", { get: () => false });
    window.fetch = () => Promise.reject(new TypeError("blocked"));
  });
  const form = await filledInContact(page, english, { message: "From a browser that is wrong of itself", site });
  const alert = page.getByRole("alert").filter({ hasText: english.notSent });
  for (const _try of [1, 2]) {
    await form.button.click();
    await expect(alert).toBeFocused();
    await form.field("contact").focus();
  }
  await form.button.click();
  const [notice] = await mailsAbout(await form.reference(), site, inbox);
  expect(notice?.text).toContain("From a browser that is wrong of itself");
});

test("whoever presses Stop while the browser posts can send again at once", async ({ page, site, inbox }) => {
  await page.addInitScript(() => {
    window.fetch = () => Promise.reject(new TypeError("blocked"));
  });
  const form = await filledInContact(page, english, { message: "Stopped, and sent again", site });
  await form.button.click();
  await expect(page.getByRole("alert").filter({ hasText: english.notSent })).toBeFocused();
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const cancelled = page.waitForEvent("requestfailed", (request) => request.method() === "POST");
  await page.route("**/contact", async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  // From within: from outside nothing is evaluated while a page is on its way.
  await page.evaluate(() => window.navigation.addEventListener("navigate", () => setTimeout(() => window.stop(), 200)));
  await form.button.click();
  await cancelled;
  await expect(form.button).toBeVisible({ timeout: 2_000 });
  letGo();
  await page.evaluate(() => (window.stop = () => {}));
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await form.button.click();
  const [notice] = await mailsAbout(await form.reference(), site, inbox);
  expect(notice?.text).toContain("Stopped, and sent again");
});

test("a page whose language something has put into other letters sends at the first click", async ({
  page,
  site,
  inbox,
}) => {
  const form = await filledInContact(page, english, { message: "In a page of other letters", site });
  await page.evaluate(() => document.documentElement.setAttribute("lang", "日本語"));
  await form.button.click();
  const [notice] = await mailsAbout(await form.reference(), site, inbox);
  expect(notice?.text).toContain("In a page of other letters");
});

for (const [way, goOn] of [
  ["the button below the form", (page: Page) => page.getByRole("button", { name: spanish.goOn }).click()],
  ["the link above the page", (page: Page) => page.getByRole("banner").getByRole("link", { name: "Español" }).click()],
] as const) {
  test(`what arrived without an answer, and is sent again in the other language by ${way}, is one message`, async ({
    page,
    site,
  }) => {
    const refs: string[] = [];
    await page.route("**/*", async (route) => {
      if (route.request().resourceType() !== "fetch" || route.request().method() !== "POST") return route.continue();
      refs.push((await (await route.fetch()).json()).ref);
      await route.abort();
    });
    const form = await filledInContact(page, english, { message: `Lost on its way back by ${way}`, site });
    await form.button.click();
    await expect(page.getByRole("alert").filter({ hasText: english.notSent })).toBeFocused();
    await page.unrouteAll();

    await goOn(page);
    const after = leadForm(page, spanish, "contact");
    await expect(after.field("contact")).toHaveValue(`Lost on its way back by ${way}`);
    await after.field("consent").check();
    await after.button.click();
    expect(await after.reference()).toBe(refs[0]);
  });
}

for (const delay of [0, 50, 300]) {
  test(`a form that another program posts as well, ${delay} ms later, is one message`, async ({
    page,
    site,
    inbox,
  }) => {
    await page.addInitScript((ms) => {
      window.addEventListener(
        "submit",
        (event) => {
          event.preventDefault();
          if (event.target instanceof HTMLFormElement)
            setTimeout(() => HTMLFormElement.prototype.submit.call(event.target), ms);
        },
        true,
      );
    }, delay);
    const message = `Posted by two, ${delay}`;
    const form = await filledInContact(page, english, { message, site });
    await form.button.click();
    await mailsAbout(await form.reference(), site, inbox);
    // The post that came second has no page of its own to wait for; with the others it is answered in its turn.
    await page.goto(`${site.url}/en/contact/received?ref=K7QD2`);
    const stored = (await site.leads("export", "--jsonl")).split("\n").filter((line) => line.includes(message));
    expect(stored).toHaveLength(1);
  });
}

test("a reply to one article is not in the form for another", async ({ page, site }) => {
  const [one, other] = [
    "/en/reply?article=latin-american-tech-hubs",
    "/en/reply?article=nearshore-customer-service-and-back-office-in-colombia",
  ];
  await page.goto(site.url + one);
  await enhanced(page);
  await page.locator("main [name=message]").fill("To the first");
  await page.getByRole("link", { name: "Español" }).first().click();
  await enhanced(page);
  await expect(page.locator("main [name=message]")).toHaveValue("To the first");

  await page.goto(site.url + other);
  await enhanced(page);
  await expect(page.locator("main [name=message]")).toHaveValue("");
  await page.goto(site.url + one);
  await enhanced(page);
  await expect(page.locator("main [name=message]")).toHaveValue("To the first");
});

const answersOfOthers = {
  "a reference of its own": { status: 200, json: { ref: "a1b2c3-request-id", message: "blocked" } },
  "errors of no field of ours": { status: 422, json: { errors: [{ code: 1000, message: "blocked" }] } },
  "an error that is no sentence": { status: 429, json: { error: { code: "429", message: "blocked" } } },
  "a page": { status: 502, body: "<html>blocked</html>" },
};

for (const [what, answer] of Object.entries(answersOfOthers)) {
  test(`a program in between that answers with ${what} is not taken for the site, and the text is kept`, async ({
    page,
    site,
  }) => {
    for (const address of ["**/en/contact", "**/api/forms/contact"]) {
      await page.route(address, (route) =>
        route.request().method() === "POST" ? route.fulfill(answer) : route.continue(),
      );
    }
    const form = await filledInContact(page, english, { message: "Typed with care", site });
    await form.button.click();
    const summary = page.getByRole("alert").filter({ hasText: english.notSent });
    await expect(summary).toBeFocused();
    await expect(summary).toContainText("please send it again in a few minutes");
    await expect(page.locator("main")).not.toContainText(/blocked|object Object/);
    await expect(form.field("contact")).toHaveValue("Typed with care");
  });
}

test("a post that nobody answers is given up after a while, and can be sent again", async ({ page, site, inbox }) => {
  await page.clock.install();
  const asked: string[] = [];
  for (const address of ["**/en/contact", "**/api/forms/contact"]) {
    await page.route(address, (route) => {
      if (route.request().method() !== "POST") return route.continue();
      asked.push(new URL(route.request().url()).pathname);
    });
  }
  const form = await filledInContact(page, english, { message: "Typed with care", site });
  await form.button.click();
  for (const address of ["/en/contact", "/api/forms/contact"]) {
    await expect.poll(() => asked).toContain(address);
    await page.clock.fastForward(30_000);
  }
  await expect(page.getByRole("alert").filter({ hasText: english.notSent })).toBeFocused();

  await page.unrouteAll({ behavior: "ignoreErrors" });
  await form.button.click();
  const [notice] = await mailsAbout(await form.reference(), site, inbox);
  expect(notice?.text).toContain("Typed with care");
});

test("a post is given up after a while also where an extension's fetch knows no signal", async ({ page, site }) => {
  await page.clock.install();
  await page.addInitScript(() => {
    const fetchOfBrowser = window.fetch;
    const asked: string[] = [];
    Object.assign(window, { asked });
    window.fetch = (...call) => {
      if (call[1]?.method !== "POST") return fetchOfBrowser(...call);
      asked.push(String(call[0]));
      return new Promise<never>(() => undefined);
    };
  });
  const form = await filledInContact(page, english, { message: "Typed with care", site });
  await form.button.click();
  for (const address of ["/en/contact", "/api/forms/contact"]) {
    await expect.poll(() => page.evaluate(() => Reflect.get(window, "asked"))).toContain(address);
    await page.clock.fastForward(30_000);
  }
  await expect(page.getByRole("alert").filter({ hasText: english.notSent })).toBeFocused();
  await expect(form.field("contact")).toHaveValue("Typed with care");
});

for (const [what, broken] of [
  ["the history takes no entry", "history.replaceState = fail"],
  ["the history's entry cannot be read", "Object.defineProperty(history, 'state', { get: fail })"],
  ["no key can be made", "crypto.randomUUID = fail"],
  ["nothing can be read that is kept", "Storage.prototype.getItem = fail"],
  ["what is kept is no draft", "Storage.prototype.getItem = () => '{no draft'"],
  ["nothing can be put into the form", "Element.prototype.append = fail"],
] as const) {
  test(`where ${what}, a form is sent all the same, once`, async ({ page, site, inbox }) => {
    const message = `Typed where ${what}`;
    const form = await filledInContact(page, english, { message, site });
    await page.evaluate(`{ const fail = () => { throw new RangeError("not now"); }; ${broken}; }`);
    await form.button.click();
    const [notice] = await mailsAbout(await form.reference(), site, inbox);
    expect(notice?.text).toContain(message);
    const stored = (await site.leads("export", "--jsonl")).split("\n").filter((line) => line.includes(message));
    expect(stored).toHaveLength(1);
  });
}

for (const [what, otherwise] of [
  [
    "under another type",
    `{ ...options, headers: { ...options.headers, "content-type": "application/x-www-form-urlencoded" } }`,
  ],
  [
    "as parts without their boundary",
    `{ ...options, headers: { ...options.headers, "content-type": "multipart/form-data" } }`,
  ],
  ["as JSON", `{ ...options, headers: { ...options.headers, "content-type": "application/json" } }`],
  ["as text", "{ ...options, body: await new Response(options.body).text() }"],
  ["without its body", "{ ...options, body: undefined }"],
  [
    "with fields emptied",
    "{ ...options, body: (() => { const data = new FormData(); for (const name of options.body.keys()) data.set(name, ''); return data; })() }",
  ],
] as const) {
  test(`what a program in the page posts ${what} is posted by the browser itself, once`, async ({
    page,
    site,
    inbox,
  }) => {
    const message = `Posted ${what}`;
    const form = await filledInContact(page, english, { message, site });
    await page.evaluate(
      `{ const own = window.fetch; window.fetch = async (address, options) => own(address, options?.method === "POST" ? ${otherwise} : options); }`,
    );
    await form.button.click();
    const [notice] = await mailsAbout(await form.reference(), site, inbox);
    expect(notice?.text).toContain(message);
    const stored = (await site.leads("export", "--jsonl")).split("\n").filter((line) => line.includes(message));
    expect(stored).toHaveLength(1);
  });
}

test("what is typed before the script of a form comes is kept, and what was unsent fills in the rest", async ({
  page,
}) => {
  const form = leadForm(page, english, "contact");
  const scripts = Promise.withResolvers<void>();
  await page.goto("/en/contact");
  await page.evaluate(() => {
    const agreed = document.querySelector<HTMLInputElement>("[name=agreed]")?.value;
    const draft = { name: "Luz", message: "Typed yesterday", consent: "on", agreed };
    sessionStorage.setItem("draft.contact", JSON.stringify(draft));
  });
  await page.goto("/en/about");
  await page.route("**/*.js", async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.getByRole("contentinfo").getByRole("link", { name: "Contact", exact: true }).click();
  await form.fillIn({ name: "Luz Peña", contact: "Typed today" });

  scripts.resolve();

  await expect(page.getByRole("status").filter({ hasText: english.draft })).toBeVisible();
  await expect(form.field("name")).toHaveValue("Luz Peña");
  await expect(form.field("contact")).toHaveValue("Typed today");
  await expect(form.field("consent")).toBeChecked();
});

for (const words of [english, spanish]) {
  test(`in ${words.lang}, a reload after a mistake keeps what was typed and chosen, and another link to the form chooses anew`, async ({
    page,
  }) => {
    const form = leadForm(page, words, "inquiry");
    await page.goto(`/${words.lang}/inquiry?service=cloud`);
    await enhanced(page);
    await form.fillIn({ name: "Luz", service: "staff-augmentation", inquiry: "Typed with care" });
    await form.button.click();
    await expect(form.summary).toBeFocused();

    await page.reload();
    await expect(form.field("name")).toHaveValue("Luz");
    await expect(form.field("service")).toHaveValue("staff-augmentation");
    await expect(form.field("inquiry")).toHaveValue("Typed with care");

    await page.goto(`/${words.lang}/inquiry?service=databases`);
    await expect(form.field("name")).toHaveValue("Luz");
    await expect(form.field("service")).toHaveValue("databases");
  });
}

for (const words of [english, spanish]) {
  test(`in ${words.lang}, what was emptied after a mistake, and a service that was chosen away, do not come back`, async ({
    page,
  }) => {
    const form = leadForm(page, words, "inquiry");
    await page.goto(`/${words.lang}/inquiry?service=cloud`);
    await enhanced(page);
    await form.fillIn({ name: "Luz", service: "" });
    await form.button.click();
    await expect(form.summary).toBeFocused();
    await page.reload();
    await expect(form.field("name")).toHaveValue("Luz");
    await expect(form.field("service")).toHaveValue("");

    await form.fillIn({ name: "" });
    await form.button.click();
    await expect(form.summary).toBeFocused();
    expect(await kept(page)).toEqual([]);
    await page.reload();
    await enhanced(page);
    await expect(form.field("name")).toHaveValue("");
    await expect(page.getByText(words.draft)).toBeHidden();
  });

  test(`in ${words.lang}, a button that an extension puts into the form keeps its words, and ours says that it sends and names the mail`, async ({
    page,
    site,
  }) => {
    const form = await filledInContact(page, words, { message: "Typed with care", site });
    await enhanced(page);
    await form.field("email").evaluate((field) => {
      const button = document.createElement("button");
      button.textContent = "Fill in";
      field.after(button);
    });
    const answered = Promise.withResolvers<void>();
    await page.route(`**/${words.lang}/contact`, async (route) => {
      await answered.promise;
      const json = { form: "contact", error: "Not now.", writeTo: "hello@dreamcode.test" };
      await route.fulfill({ status: 503, json });
    });
    await form.button.click();
    const ours = page.getByRole("main").getByRole("button", { name: /^(Sending|Enviando)…$/ });
    await expect(ours).toHaveAttribute("aria-disabled", "true");
    await expect(page.getByRole("button", { name: "Fill in" })).toBeVisible();

    answered.resolve();
    await expect(page.getByRole("link", { name: words.writeInstead })).toHaveAttribute(
      "href",
      new RegExp(`\\?subject=${encodeURIComponent(words.send.contact)}&`),
    );
    await expect(form.button).toHaveAttribute("aria-disabled", "false");
  });
}

test("a form that was sent leaves nothing in the browser", async ({ page, site, context }) => {
  const form = await filledInContact(page, english, { message: "Typed with care", site });
  await form.field("contact").fill("Something else");
  await form.button.click();
  await form.reference();
  expect(await kept(page)).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});

async function putAway(page: Page) {
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
}

async function refusePosts(page: Page) {
  await page.route("**/contact", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
}

function kept(page: Page): Promise<string[]> {
  return page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
}
