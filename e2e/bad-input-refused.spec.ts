import { fieldsOf, markup, markupEverywhere, said, type Typed } from "./support/inquiry-fields.ts";
import { mailsAbout } from "./support/mails.ts";
import { doors, type Field, multipart, multipartDoors, post, postForm, urlencoded } from "./support/post-form.ts";
import { expect, test } from "./support/test.ts";

// What a form must survive and send back with a sentence at the field: each row through every door.

// Under load, and with the page that answers rendered for the first time.
const promptMs = 5_000;
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
  [16, "a message of spaces", { message: "  \n " }, { message: "Tell us about your project" }],
  [
    16,
    "a message of zero-width characters",
    { message: "\u200b\u2060\u200d\ufeff" },
    { message: "Tell us about your project" },
  ],
  [
    17,
    "a message of 200 kB",
    { message: "m".repeat(200_000) },
    { message: "Your text must be 10,000 characters or fewer. It has 200,000." },
  ],
  [
    19,
    "one line of 50,000 characters",
    { message: "m".repeat(50_000) },
    { message: "Your text must be 10,000 characters or fewer. It has 50,000." },
  ],
  [21, "markup in every field, with a mistake beside it", { ...markupEverywhere, email: markup }, answerable],
  [36, "a country that is not in the list", { country: "XX" }, { country: "Choose a country from the list" }],
  [
    36,
    "a service that is not in the list",
    { service: "no-such-thing" },
    { service: "Choose what you need from the list" },
  ],
  [40, "no consent", { consent: "" }, { consent: "Check the box to let us store your details and answer you" }],
];

for (const [row, what, typed, errors] of refused) {
  test(`row ${row}, ${what}: explained at the field, and what was typed is kept`, async ({ page, site }) => {
    for (const [name, door] of Object.entries(doors)) {
      const answer = await postForm(site, page, "inquiry", door, fieldsOf(typed));
      expect(answer, name).toMatchObject({ status: 422, errors });
      expect(Object.keys(answer.errors), name).toEqual(Object.keys(errors));
      if (answer.kept) expect(answer.kept, name).toEqual(keptBy({ ...said, ...typed }));
    }
  });
}

test("row 10, an address of 100,000 characters: refused at once", async ({ page, site }) => {
  for (const email of [`${"a".repeat(100_000)}@corp.com`, `${"a.".repeat(50_000)}@`, `a@${"b-".repeat(50_000)}.co`]) {
    for (const [name, door] of Object.entries(doors)) {
      const start = performance.now();
      const { status, errors } = await postForm(site, page, "inquiry", door, fieldsOf({ email }));
      expect(performance.now() - start, name).toBeLessThan(promptMs);
      expect({ status, errors }, name).toEqual({ status: 422, errors: shorter });
    }
  }
});

test("row 25, an address that is a file or has another name: missing", async ({ page, site }) => {
  const others = fieldsOf({}).filter(([name]) => name !== "email");
  const missing = { status: 422, errors: { email: "Enter your email address" } };
  for (const [name, door] of Object.entries(doors)) {
    const bracketed = await postForm(site, page, "inquiry", door, [...others, ["email[]", "ana@acme.test"]]);
    expect(bracketed, name).toMatchObject(missing);
  }
  for (const [name, door] of Object.entries(multipartDoors)) {
    const file = await postForm(site, page, "inquiry", door, [...others, ["email", { file: "ana@acme.test" }]]);
    expect(file, name).toMatchObject(missing);
  }
});

const needed = ["name", "email", "company", "country", "service", "message", "consent"];

test("row 27, every field empty: the form again, with what is needed", async ({ page, site }) => {
  for (const [name, door] of Object.entries(doors)) {
    const fields = fieldsOf({}).map(([field]): Field => [field, ""]);
    const answer = await postForm(site, page, "inquiry", door, fields);
    expect(answer.status, name).toBe(422);
    expect(Object.keys(answer.errors), name).toEqual(needed);
  }
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
      expect(Object.keys(answer.errors)).toEqual(needed);
      const asJson = await post(site, page, address, { ...sent, accept: "application/json" });
      expect(asJson).toMatchObject({ status: 422, errors: answer.errors });
    }
  });
}

test("a message over the stable address is taken too, and its mistakes are named", async ({ page, site, inbox }) => {
  const program = doors["the stable address, as JSON"];
  const { name, message, consent } = said;
  const fields = Object.entries({ name, message, consent });

  expect(await postForm(site, page, "contact", program, fields)).toMatchObject({
    status: 422,
    errors: { email: "Enter your email address" },
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

/** A page does not choose options that its form does not have. */
function keptBy({ country, service, ...rest }: typeof said) {
  const lineEnds = Object.entries(rest).map(([name, value]) => [name, value.replaceAll("\r\n", "\n")]);
  return {
    ...Object.fromEntries(lineEnds),
    country: country !== said.country ? "" : country,
    service: service !== said.service ? "" : service,
  };
}
