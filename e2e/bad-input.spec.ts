import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expectOrderly, mailsAbout } from "./support/mails.ts";
import { doors, type Field, multipart, post, postForm, urlencoded } from "./support/post-form.ts";
import type { Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// The rows of what a form must survive. Each is sent through every door that needs no script.

const said = {
  name: "Ana Gómez",
  email: "ana@acme.test",
  company: "Acme",
  country: "CA",
  phone: "",
  service: "cloud",
  team: "",
  start: "",
  message: "We need two testers.",
  consent: "on",
};

type Typed = Partial<typeof said>;
type Received = { shown?: string[]; name?: string; address?: string; receiptTo?: string | "nobody" };

// Under load, and with the page that answers rendered for the first time.
const promptMs = 5_000;
const longestLine = "x".repeat(10_000);
const markup = `"><svg/onload=document.body.dataset.ran=1><script>document.body.dataset.ran=2</script>`;
const markupEverywhere = { name: markup, company: markup, team: markup, start: markup, message: markup };

const accepted: [row: number, what: string, typed: Typed, received: Received][] = [
  [1, "a line break and Bcc in the name", { name: "Ana\r\nBcc: x@evil.test" }, { name: "Ana Bcc: x@evil.test" }],
  [5, "an address pasted from a mail program", { email: "Ana <ana@corp.com>" }, { address: "ana@corp.com" }],
  [6, "a no-break space around the address", { email: "\u00a0ana@corp.com\u00a0" }, { address: "ana@corp.com" }],
  [6, "a zero-width space before the address", { email: "\u200bana@corp.com" }, { address: "ana@corp.com" }],
  [6, "a line break after the address", { email: "ana@corp.com\r\n" }, { address: "ana@corp.com" }],
  [
    7,
    "capitals, plus and a long ending",
    { email: "ANA+crm@Corp.TECHNOLOGY" },
    { address: "ANA+crm@corp.technology", shown: ["Email: ANA+crm@Corp.TECHNOLOGY\n"] },
  ],
  [7, "an apostrophe in the address", { email: "o'brien@x.ie" }, { address: "o'brien@x.ie" }],
  // The inbox writes its recipients in Unicode; the address of the reply is as the mail holds it.
  [
    8,
    "an international domain",
    { email: "jose@ñandú.co" },
    { address: "jose@xn--and-6ma2c.co", receiptTo: "jose@ñandú.co", shown: ["Email: jose@ñandú.co\n"] },
  ],
  [11, "our own address", { email: "sales@dreamcode.test" }, { address: "sales@dreamcode.test", receiptTo: "nobody" }],
  [11, "a postmaster", { email: "postmaster@corp.com" }, { address: "postmaster@corp.com", receiptTo: "nobody" }],
  [
    11,
    "a mailer daemon",
    { email: "MAILER-DAEMON@corp.com" },
    { address: "MAILER-DAEMON@corp.com", receiptTo: "nobody" },
  ],
  ...["李小龍", "محمد", "Nguyễn Thị Ánh", "O", "null", "True"].map((name): (typeof accepted)[number] => [
    12,
    `the name ${name}`,
    { name },
    { name, shown: [`Name: ${name}\n`] },
  ]),
  [
    14,
    "NUL, BEL, ESC and bidi overrides in the name",
    { name: "A\u0000n\u0007a\u001b \u202eGómez" },
    { name: "Ana Gómez" },
  ],
  [
    14,
    "the same in what becomes the subject",
    { company: "A\u0000c\u0007m\u001be\u202e" },
    { shown: ["Company: Acme\n"] },
  ],
  [19, "one line as long as the message may be", { message: longestLine }, { shown: [longestLine] }],
  [20, "a message of one dot", { message: ".\r\n" }, { shown: ["Message:\n\n.\n"] }],
  [20, "a dot alone on a line", { message: "Before\n.\nAfter" }, { shown: ["Before\n.\nAfter"] }],
  [20, "a dot between bare returns", { message: "Before\r.\rAfter" }, { shown: ["Before\n.\nAfter"] }],
  [
    20,
    "the end of a mail and a second mail",
    { message: "A\r\n.\r\nMAIL FROM:<x@evil.test>" },
    { shown: ["A\n.\nMAIL FROM:<x@evil.test>"] },
  ],
  [20, "a bare return and a bare line feed", { message: "A\rB\nC" }, { shown: ["A\nB\nC"] }],
  [
    22,
    "templates",
    { name: "{{email}}", message: "${7*7} %s {name}" },
    { name: "{{email}}", shown: ["${7*7} %s {name}"] },
  ],
  [
    23,
    "formulas",
    { company: '=HYPERLINK("x")', team: "+1-2", start: "@SUM(A1)" },
    { shown: ['=HYPERLINK("x")', "+1-2", "@SUM(A1)"] },
  ],
  [35, "a telephone number that is none", { phone: "call me" }, { shown: ["Telephone: call me\n"] }],
  [35, "an extension", { phone: "604-555-0199 ext. 12" }, { shown: ["Telephone: 604-555-0199 ext. 12"] }],
];

for (const [
  row,
  what,
  typed,
  { shown = [], name = said.name, address = said.email, receiptTo = address },
] of accepted) {
  test(`row ${row}, ${what}: taken once, and mailed to nobody else`, async ({ page, site, inbox }) => {
    const ref = await throughEveryDoor({ page, site }, [...fieldsOf(typed), ["key", randomUUID()]]);

    const mails = await mailsAbout(ref, site, inbox);
    const receipt = receiptTo === "nobody" ? [] : [[receiptTo]];
    expect(mails.map(({ recipients }) => recipients)).toEqual([["sales@dreamcode.test"], ...receipt]);
    for (const mail of mails) expectOrderly(mail);
    expect(mails[0]?.replyTo).toEqual([{ name, address }]);
    for (const text of shown) expect(mails[0]?.text).toContain(text);
  });
}

const oneAddress = { email: "Enter one email address only" };
const answerable = { email: "Enter an email address we can answer, like name@company.com" };
const shorter = { email: "Enter a shorter email address: the limit is 254 characters, and 64 before the @" };

const refused: [row: number, what: string, typed: Typed, errors: Record<string, string>][] = [
  [2, "a line break and Bcc in the address", { email: "a@b.com\r\nBcc: x@evil.test" }, answerable],
  [3, "two addresses", { email: "a@b.com, c@d.com" }, oneAddress],
  [4, "a comment in the address", { email: "user@good.com(x)evil.com" }, answerable],
  [4, "a quoted local part", { email: '"x@gmail.com y"@corp.com' }, answerable],
  ...["a@b", "a@localhost", "a@[127.0.0.1]", "a..b@x.com"].map((email): (typeof refused)[number] => [
    9,
    `the address ${email}`,
    { email },
    answerable,
  ]),
  [10, "65 characters before the @", { email: `${"a".repeat(65)}@corp.com` }, shorter],
  [
    10,
    "255 characters in all",
    { email: `aaa@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.example` },
    shorter,
  ],
  [
    13,
    "a name of 10,000 characters",
    { name: "n".repeat(10_000) },
    { name: "Your name must be 200 characters or fewer. It has 10,000." },
  ],
  [16, "a message of spaces", { message: "  \n " }, { message: "Write your message" }],
  [
    16,
    "a message of zero-width characters",
    { message: "\u200b\u2060\u200d\ufeff" },
    { message: "Write your message" },
  ],
  [
    17,
    "a message of 200 kB",
    { message: "m".repeat(200_000) },
    { message: "Your message must be 10,000 characters or fewer. It has 200,000." },
  ],
  [
    19,
    "one line of 50,000 characters",
    { message: "m".repeat(50_000) },
    { message: "Your message must be 10,000 characters or fewer. It has 50,000." },
  ],
  [21, "markup in every field, with a mistake beside it", { ...markupEverywhere, email: markup }, answerable],
  [36, "a country that is not in the list", { country: "XX" }, { country: "Choose a country from the list" }],
  [
    36,
    "a service that is not in the list",
    { service: "no-such-thing" },
    { service: "Choose what you need from the list" },
  ],
  [40, "no consent", { consent: "" }, { consent: "Tick the box to let us store your details and answer you" }],
];

for (const [row, what, typed, errors] of refused) {
  test(`row ${row}, ${what}: explained at the field, and what was typed is kept`, async ({ page, site }) => {
    for (const [name, door] of Object.entries(doors)) {
      const answer = await postForm(site, page, "inquiry", door, fieldsOf(typed));
      expect(answer, name).toMatchObject({ status: 422, errors });
      expect(Object.keys(answer.errors), name).toEqual(Object.keys(errors));
      if (answer.kept) expect(answer.kept, name).toEqual(keptOf({ ...said, ...typed }));
    }
  });
}

test("row 10, an address of 100,000 characters: refused at once", async ({ page, site }) => {
  for (const email of [`${"a".repeat(100_000)}@corp.com`, `${"a.".repeat(50_000)}@`, `a@${"b-".repeat(50_000)}.co`]) {
    const start = performance.now();
    const { status, errors } = await postForm(site, page, "inquiry", doors["the page"], fieldsOf({ email }));
    expect(performance.now() - start).toBeLessThan(promptMs);
    expect({ status, errors }).toEqual({ status: 422, errors: shorter });
  }
});

test("row 15, bytes that are no UTF-8: read as far as they can be", async ({ page, site, inbox }) => {
  const { body, type } = urlencoded(fieldsOf({ name: "Ana%Gómez" }));
  const spoilt = Buffer.from(String(body).replace("%25", "%FF\u0001"));
  spoilt[spoilt.indexOf(1)] = 0xfe;
  const { status, ref = "" } = await post(site, page, "/en/inquiry", { type, body: new Uint8Array(spoilt) });
  expect(status).toBe(303);
  const [notice] = await mailsAbout(ref, site, inbox);
  expect(notice?.replyTo[0]?.name).toBe("Ana\ufffd\ufffdGómez");
});

test("row 18, a body of 5 MB: refused, on our own page", async ({ page, site }) => {
  for (const [name, door] of Object.entries(doors)) {
    const answer = await postForm(site, page, "inquiry", door, fieldsOf({ message: "m".repeat(5_000_000) }));
    expect(answer.status, name).toBe(413);
    expect(answer.body, name).toContain("What arrived was more than 1 MB or 64 fields.");
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
  const [notice] = await mailsAbout(page.url().slice(-5), site, inbox);
  for (const part of [notice?.text, notice?.html.replaceAll("&#x3C;", "<")]) expect(part).toContain(markup);
  // The picture at the head of a mail is ours.
  // Our pages let nobody write markup into them.
  await page.goto("about:blank");
  await page.setContent(notice?.html ?? "");
  await expect(page.locator("script, img:not([src^='cid:']), svg, [onload], [onerror]")).toHaveCount(0);
  expect(await page.evaluate(() => document.body.dataset.ran)).toBeUndefined();
});

test("row 23, formulas: harmless in the CSV export, as typed in the other", async ({ page, site }) => {
  const formulas = { company: "=1+2", team: "+1-2", start: "@SUM(A1)" };
  await postForm(site, page, "inquiry", doors["the page"], fieldsOf(formulas));
  expect(await site.leads("export", "--csv")).toContain("'=1+2,CA,,,cloud,'+1-2,'@SUM(A1)");
  expect(await site.leads("export", "--jsonl")).toContain('"company":"=1+2"');
});

const ignored: [row: number, what: string, fields: Field[]][] = [
  [
    24,
    "fields named like parts of JavaScript",
    [
      ["__proto__", "x"],
      ["constructor", "x"],
      ["__proto__[admin]", "1"],
      ["toString", "x"],
    ],
  ],
  [25, "a second address", [["email", "eve@evil.test"]]],
  [25, "an address in brackets beside the real one", [["email[]", "eve@evil.test"]]],
  [
    26,
    "fields that mail scripts know",
    [
      ["to", "eve@evil.test"],
      ["cc", "eve@evil.test"],
      ["bcc", "eve@evil.test"],
      ["from", "eve@evil.test"],
      ["reply-to", "eve@evil.test"],
      ["subject", "Bought!"],
      ["_next", "http://evil.test"],
      ["redirect", "//evil.test"],
    ],
  ],
];

for (const [row, what, fields] of ignored) {
  test(`row ${row}, ${what}: ignored`, async ({ page, site, inbox }) => {
    const ref = await throughEveryDoor({ page, site }, [...fieldsOf({}), ...fields, ["key", randomUUID()]]);
    const mails = await mailsAbout(ref, site, inbox);
    expect(mails.map(({ recipients }) => recipients)).toEqual([["sales@dreamcode.test"], ["ana@acme.test"]]);
    for (const mail of mails) {
      expectOrderly(mail);
      expect(mail.raw).not.toMatch(/evil|Bought/);
    }
  });
}

test("row 25, an address that is a file or has another name: missing", async ({ page, site }) => {
  const others = fieldsOf({}).filter(([name]) => name !== "email");
  for (const email of [
    ["email", { file: "ana@acme.test" }],
    ["email[]", "ana@acme.test"],
  ] satisfies Field[]) {
    const answer = await postForm(site, page, "inquiry", doors["the page"], [...others, email]);
    expect(answer).toMatchObject({ status: 422, errors: { email: "Enter your work email" } });
  }
});

test("row 25, a file before the text of the same name: the text counts", async ({ page, site, inbox }) => {
  const fields: Field[] = [["email", { file: "eve@evil.test" }], ...fieldsOf({}), ["key", randomUUID()]];
  const { status, ref = "" } = await postForm(site, page, "inquiry", doors["the page"], fields);
  expect(status).toBe(303);
  const [notice] = await mailsAbout(ref, site, inbox);
  expect(notice?.replyTo[0]?.address).toBe("ana@acme.test");
});

for (const [what, sent] of Object.entries({
  "nothing at all": { type: undefined, body: "" },
  "an empty form": urlencoded([]),
  "an empty multipart form": multipart([]),
  "none of our fields": multipart([["colour", "gold"]]),
})) {
  test(`row 27, ${what}: the form again, with what is needed`, async ({ page, site }) => {
    for (const address of ["/en/inquiry", "/api/forms/inquiry"]) {
      const answer = await post(site, page, address, sent);
      expect(answer.status).toBe(422);
      expect(answer.body).toContain("There is a problem");
      expect(Object.keys(answer.errors)).toEqual([
        "name",
        "email",
        "company",
        "country",
        "service",
        "message",
        "consent",
      ]);
      const asJson = await post(site, page, address, { ...sent, accept: "application/json" });
      expect(asJson).toMatchObject({ status: 422, errors: answer.errors });
    }
  });
}

const whole = multipart(fieldsOf({}));
for (const [what, sent] of Object.entries({
  "a multipart body that was cut off": { ...whole, body: String(whole.body).slice(0, -60) },
  "a boundary that is not in the body": { ...whole, type: "multipart/form-data; boundary=another" },
  "no boundary": { ...whole, type: "multipart/form-data" },
  "10,000 parts": multipart(Array.from({ length: 10_000 }, (_, index): Field => [`field${index}`, "x"])),
  "10,000 fields": urlencoded(Array.from({ length: 10_000 }, (_, index): Field => [`field${index}`, "x"])),
})) {
  test(`row 28, ${what}: refused at once, with the form to fill in again`, async ({ page, site }) => {
    for (const address of ["/en/inquiry", "/api/forms/inquiry"]) {
      const start = performance.now();
      const answer = await post(site, page, address, sent);
      expect(performance.now() - start).toBeLessThan(promptMs);
      const status = what.startsWith("10,000") ? 413 : 400;
      expect(answer).toMatchObject({ status, kept: { name: "", message: "" } });
      expect(answer.body).toContain(
        status === 413 ? "more than 1 MB or 64 fields" : "What arrived could not be read as a form.",
      );
      expect(await post(site, page, address, { ...sent, accept: "application/json" })).toMatchObject({ status });
    }
  });
}

test("row 31, fifty posts of one form at once: one lead and one mail to each", async ({ page, site, inbox }) => {
  const fields: Field[] = [...fieldsOf({}), ["key", randomUUID()]];
  const posts = Array.from({ length: 50 }, () => postForm(site, page, "inquiry", doors["the page"], fields));
  const refs = new Set((await Promise.all(posts)).map(({ ref = "none" }) => ref));
  expect([...refs]).toEqual([expect.stringMatching(/^[2-9A-Z]{5}$/)]);
  expect(await mailsAbout([...refs].join(), site, inbox)).toHaveLength(2);
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

test("a message over the stable address is taken too, and its mistakes are named", async ({ page, site, inbox }) => {
  const program = doors["the stable address, as JSON"];
  const { name, message, consent } = said;
  const fields = Object.entries({ name, message, consent });

  expect(await postForm(site, page, "contact", program, fields)).toMatchObject({
    status: 422,
    errors: { email: "Enter your work email" },
  });
  const taken = await postForm(site, page, "contact", program, [...fields, ["email", "ana@program.test"]]);
  expect(taken).toMatchObject({ status: 201, ref: expect.stringMatching(/^[2-9A-Z]{5}$/) });
  expect(await mailsAbout(taken.ref ?? "", site, inbox)).toHaveLength(2);
});

test("a program that speaks Spanish reads Spanish", async ({ page, site }) => {
  const spanish = await post(site, page, "/api/forms/contact", {
    ...urlencoded([["locale", "es"]]),
    accept: "application/json",
  });
  expect(spanish.errors).toMatchObject({ name: "Escriba su nombre" });
});

function fieldsOf(typed: Typed): Field[] {
  return Object.entries({ ...said, ...typed });
}

/** Every door takes it, and sees that it is the same lead. */
async function throughEveryDoor({ page, site }: { page: Page; site: Site }, fields: Field[]): Promise<string> {
  const refs = new Set<string>();
  for (const [name, door] of Object.entries(doors)) {
    const { status, location, ref = "" } = await postForm(site, page, "inquiry", door, fields);
    if (door.accept === "application/json") expect(status, name).toBe(201);
    else expect({ status, location }, name).toEqual({ status: 303, location: `/en/inquiry/received?ref=${ref}` });
    refs.add(ref);
  }
  expect([...refs]).toEqual([expect.stringMatching(/^[2-9A-Z]{5}$/)]);
  return [...refs].join();
}

/** What a form shows of what was typed: options that it does not have are not chosen. */
function keptOf({ country, service, ...rest }: typeof said) {
  const lineEnds = Object.entries(rest).map(([name, value]) => [name, value.replaceAll("\r\n", "\n")]);
  return {
    ...Object.fromEntries(lineEnds),
    country: country === said.country ? country : "",
    service: service === said.service ? service : "",
  };
}

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
