import fc from "fast-check";
import { expect, test } from "vitest";
import { heavyTexts } from "#lib/heavy-texts-for-tests.ts";
import { countries } from "#lib/i18n/countries.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { checkForm } from "./check-form.ts";
import { errorSentences } from "./error-sentences.ts";
import { formFields } from "./fields.ts";
import { formNames } from "./form-name.ts";
import type { FormValues } from "./form-values.ts";
import { normaliseText } from "./normalise.ts";

test("an inquiry that was filled in is accepted, and empty optional fields are absent", () => {
  expect(inquiry({ phone: "", team: "  ", start: "" })).toEqual({
    ok: true,
    lead: {
      name: "Ana Torres",
      email: "ana@company.com",
      company: "Acme",
      country: "CA",
      service: "cloud",
      message: "Two engineers.",
    },
  });
});

test("an empty form names every required field, in the order of the page", () => {
  expect(checkForm("inquiry", {}, ["cloud"])).toEqual({
    ok: false,
    errors: {
      name: "name_missing",
      email: "email_missing",
      company: "company_missing",
      country: "country_missing",
      service: "service_missing",
      message: "inquiry_missing",
      consent: "consent_missing",
    },
  });
  const contact = checkForm("contact", {}, []);
  expect(contact.ok ? [] : Object.keys(contact.errors)).toEqual(["name", "email", "message", "consent"]);
});

test("a sign-up for the newsletter needs an address and its own consent, and nothing else", () => {
  expect(checkForm("newsletter", { email: "ana@company.com", consent: "on" }, [])).toEqual({
    ok: true,
    lead: { name: "", email: "ana@company.com", message: "" },
  });
  expect(checkForm("newsletter", { name: "Ana" }, [])).toEqual({
    ok: false,
    errors: { email: "email_missing", consent: "newsletter_consent_missing" },
  });
});

test("a reply keeps the article that it names, and an article that is none is no reason to refuse it", () => {
  const typed = { name: "Ana", email: "ana@company.com", message: "Yes.", consent: "on" };
  const said = { name: "Ana", email: "ana@company.com", message: "Yes." };

  expect(checkForm("reply", { ...typed, article: "Tech-Hubs_2.0" }, [])).toEqual({
    ok: true,
    lead: { ...said, article: "Tech-Hubs_2.0" },
  });
  for (const article of ["", "../../etc", "a b", "x".repeat(201), "<b>"]) {
    expect(checkForm("reply", { ...typed, article }, [])).toEqual({ ok: true, lead: said });
  }
  expect(checkForm("reply", {}, [])).toEqual({
    ok: false,
    errors: {
      name: "name_missing",
      email: "email_missing",
      message: "reply_missing",
      consent: "reply_consent_missing",
    },
  });
});

test("an application needs a link to the CV, and neither a telephone nor a message", () => {
  const typed = { name: "Ana", email: "ana@company.com", cv: "linkedin.com/in/ana", consent: "on" };
  const said = { name: "Ana", email: "ana@company.com", cv: "https://linkedin.com/in/ana", message: "" };

  expect(checkForm("application", { ...typed, opening: "support-agent" }, [])).toEqual({
    ok: true,
    lead: { ...said, opening: "support-agent" },
  });
  expect(checkForm("application", { ...typed, opening: "../x" }, [])).toEqual({ ok: true, lead: said });
  expect(checkForm("application", {}, [])).toEqual({
    ok: false,
    errors: {
      name: "name_missing",
      email: "email_missing",
      cv: "cv_missing",
      consent: "application_consent_missing",
    },
  });
  const cvErrors = ["my CV", `https://cv.test/${"a".repeat(500)}`].map((cv) =>
    checkForm("application", { ...typed, cv }, []),
  );
  expect(cvErrors).toMatchObject([{ errors: { cv: "cv_format" } }, { errors: { cv: "cv_long" } }]);
});

test.each([
  ["Ana\r\nBcc: x@evil.test", "Ana Bcc: x@evil.test"],
  ["A\u0000n\u0007a\u001b", "Ana"],
  ["A\u202ena\u2066", "Ana"],
  ["李小龍", "李小龍"],
  ["محمد", "محمد"],
  ["Nguyễn Thị Ánh", "Nguyễn Thị Ánh"],
  ["O", "O"],
  ["null", "null"],
  ["True", "True"],
  ["<script>alert(1)</script>", "<script>alert(1)</script>"],
  ["{{email}} ${7*7} %s", "{{email}} ${7*7} %s"],
  ["=HYPERLINK(1)", "=HYPERLINK(1)"],
  ["👩‍💻 Ana", "👩‍💻 Ana"],
  ["n".repeat(200), "n".repeat(200)],
])("the name %j is kept as %j", (typed, kept) => {
  expect(inquiry({ name: typed })).toMatchObject({ ok: true, lead: { name: kept } });
});

test.each([
  ["Ana <ana@corp.com>", "ana@corp.com"],
  ["\u00a0ana@corp.com\u200b\n", "ana@corp.com"],
  ["\u202aana@corp.com\u202c", "ana@corp.com"],
  ["ana@corp.com.", "ana@corp.com"],
  ["ana@corp.com;\n", "ana@corp.com"],
  ["\u2068Ana <ana@corp.com>\u2069", "ana@corp.com"],
  ["ANA+crm@Corp.TECHNOLOGY", "ANA+crm@Corp.TECHNOLOGY"],
  ["o'brien@x.ie", "o'brien@x.ie"],
  ["jose@ñandú.co", "jose@ñandú.co"],
  ["josé@example.com", "josé@example.com"],
  ["jose\u0301@example.com", "jos\u00e9@example.com"],
  ["José <jose\u200b\u0301@example.com>", "jos\u00e9@example.com"],
  ["ana@пример.рф", "ana@пример.рф"],
  [`${"a".repeat(64)}@company.com`, `${"a".repeat(64)}@company.com`],
  ["ana＠company。co．jp", "ana@company.co.jp"],
])("the address %j is taken as %j", (typed, kept) => {
  expect(inquiry({ email: typed })).toMatchObject({ ok: true, lead: { email: kept } });
});

test.each([
  ["a@b.com\r\nBcc: x@evil.test", "email_format"],
  ["a@b.com, c@d.com", "email_several"],
  ["a@b.com;c@d.com", "email_several"],
  ["user@good.com(x)evil.com", "email_format"],
  ['"x@gmail.com y"@corp.com', "email_format"],
  ["a@b", "email_format"],
  ["a@localhost", "email_format"],
  ["a@[127.0.0.1]", "email_format"],
  ["a@127.0.0.1", "email_format"],
  ["a@1.2.3", "email_format"],
  ["a..b@x.com", "email_format"],
  ["=?UTF-8?Q?x=40evil.test=2C?=@x.com", "email_format"],
  ["a=?utf-8?b?@x.com", "email_format"],
  [".a@x.com", "email_format"],
  ["a@x..com", "email_format"],
  ["a@-x.com", "email_format"],
  ["a@x.com/evil", "email_format"],
  ["a@%65xample.com", "email_format"],
  ["ana", "email_format"],
  ["@x.com", "email_format"],
  ["a b@x.com", "email_format"],
  [`${"a".repeat(65)}@company.com`, "email_long"],
  [`a@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.${"f".repeat(20)}.com`, "email_long"],
  ["a".repeat(1_000_000), "email_long"],
  // To sort the marks on a letter takes a time that grows with their square.
  [`a${"\u0301\u0323".repeat(100_000)}@x.com`, "email_long"],
  [`Ana <${"a@".repeat(100_000)}>`, "email_long"],
  [" ", "email_missing"],
])("the address %.60j is refused: %s", (typed, code) => {
  expect(inquiry({ email: typed })).toEqual({ ok: false, errors: { email: code } });
});

test.each([
  [{ name: "n".repeat(201) }, { name: "name_long" }],
  [{ message: " \u200b\u00a0\u200d\n" }, { message: "inquiry_missing" }],
  [{ message: "m".repeat(10_001) }, { message: "message_long" }],
  [{ country: "XX" }, { country: "country_unknown" }],
  [{ country: "ca" }, { country: "country_unknown" }],
  [{ service: "<b>" }, { service: "service_unknown" }],
  [{ phone: "5".repeat(61) }, { phone: "phone_long" }],
  [{ consent: "yes" }, { consent: "consent_missing" }],
])("%.60j is answered with %j", (typed, errors) => {
  expect(inquiry(typed)).toEqual({ ok: false, errors });
});

// What Unicode calls ignorable or blank, one of each kind: fillers, joiners, selectors, tags, the blank of Braille; and what
// it gives no meaning: private use, unassigned, no characters.
const unseenTexts = [
  "\u2800",
  "\u3164",
  "\uffa0",
  "\u115f\u1160",
  "\u2062",
  "\u180e",
  "\u034f",
  "\ufffc",
  "\ufe0f",
  "\u00ad",
  "\u200b\u200c\u200d",
  "\u2060",
  "\u2066\u2069",
  "\u17b4",
  "\u061c",
  "\ufff9",
  "\ufeff",
  "\u3000",
  "\u1680",
  "\u0085",
  "\u{e0041}\u{e007f}",
  "\u{e0100}",
  "\u{1d159}",
  "\u{1d173}",
  "\u{1bca0}",
  "\u{13441}",
  "\ue000",
  "\u{f0000}",
  "\u{10fffd}",
  "\u{40000}",
  "\ufdd0",
  "\u{1ffff}",
  "\u0301",
  "\u0000",
  "\u2800\u3164 \u{e0020}\ufe0f\n\u2062",
];

test.each(unseenTexts)("%j is no name, no company and no message, and says nothing in an optional field", (nothing) => {
  expect(inquiry({ name: nothing, company: nothing.repeat(3), message: nothing })).toEqual({
    ok: false,
    errors: { name: "name_missing", company: "company_missing", message: "inquiry_missing" },
  });
  const checked = inquiry({ phone: nothing, team: nothing, start: nothing });
  expect(checked).toEqual(inquiry({}));
});

test.each([
  ["a family", "👨‍👩‍👧"],
  ["a technologist with a tone of skin", "👩🏽‍💻"],
  ["a red heart", "❤️"],
  ["a heart on fire", "❤️‍🔥"],
  ["the flag of England", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
  ["a rainbow flag", "🏳️‍🌈"],
  ["a key", "1️⃣"],
  ["a Persian word", "می\u200cخواهم"],
  ["a Persian abbreviation", "ه\u200d.ق"],
  ["a word in Hindi", "क्\u200dष"],
  ["a Malayalam name that ends with a joiner", "രാജന്\u200d"],
  ["a Japanese name in its own form", "葛\u{e0100}城"],
  ["a picture of somebody's own font", "Acme \ue000"],
])("%s is kept whole", (_what, written) => {
  expect(inquiry({ name: `Ana ${written}`, message: written })).toMatchObject({
    ok: true,
    lead: { name: `Ana ${written}`, message: written },
  });
});

test.each([
  ["A\u{e0048}\u{e0069}na", "Ana"],
  ["Ana\u200d", "Ana"],
  ["A\u3164na \ufe0f\u034f", "Ana"],
  ["🏴\u{e0067}\u{e0062} Ana", "🏴 Ana"],
])("what hides in %j is gone", (typed, kept) => {
  expect(inquiry({ name: typed })).toMatchObject({ ok: true, lead: { name: kept } });
});

test.each(["\u1100\u0301\u094d\u200c", "\u1100\u094d\u0301\u200c", "\u0628\u064b\u200c"])(
  "a joiner behind the marks of a letter stays, in whatever order they come: %j",
  (typed) => {
    const once = normaliseText(typed);
    expect(once.endsWith("\u200c")).toBe(true);
    expect(normaliseText(once)).toBe(once);
  },
);

test("cleaning what is clean changes nothing", () => {
  const pieces = fc.constantFrom(
    ..."aé\u0301\u0316\u0344\u200d\u200c\ufe0f\u034f\u3164\u2800 می👩❤🏴\u{e0067}\u{e007f}क्가\u1160\n",
  );
  fc.assert(
    fc.property(fc.string({ unit: pieces, maxLength: 60 }), (typed) => {
      const once = normaliseText(typed);
      expect(normaliseText(once)).toBe(once);
    }),
  );
});

test.each([
  [{ name: `a${" ".repeat(10_000)}b` }, { name: "name_long" }],
  [{ email: `a${" ".repeat(60_000)}b@x.test` }, { email: "email_long" }],
  [{ message: `a${"\u0301".repeat(30_000)}${"\u0316".repeat(30_000)}` }, { message: "message_long" }],
  [{ phone: `5${"\u200b".repeat(1_000)}` }, { phone: "phone_long" }],
])("what is too long before it is cleaned is too long", (typed, errors) => {
  expect(inquiry(typed)).toEqual({ ok: false, errors });
});

test("a name that is typed in pieces, and stands between spaces, is not longer for it", () => {
  const name = "Nguyễn ".repeat(28).trim().normalize("NFD");
  expect(inquiry({ name: " ".repeat(5_000) + name })).toMatchObject({
    ok: true,
    lead: { name: name.normalize("NFC") },
  });
});

test.each(Object.entries(heavyTexts))(
  "a megabyte of %s in any field of any form is judged at once",
  (_what, textOf) => {
    const heavy = textOf(1_000_000);
    const fits = textOf(10_000);
    for (const form of formNames) {
      for (const field of formFields[form]) {
        for (const value of [heavy, fits]) {
          const before = process.threadCpuUsage();
          const checked = checkForm(form, { email: "ana@company.com", [field]: value }, ["cloud"]);
          if (!checked.ok) errorSentences(checked.errors, { [field]: value }, getMessages("es").leadErrors, "es");
          const { user, system } = process.threadCpuUsage(before);
          expect((user + system) / 1000).toBeLessThan(250);
        }
      }
    }
  },
);

test.each([["call me"], ["604-555-0199 ext. 12"]])("the telephone %j is kept as typed", (phone) => {
  expect(inquiry({ phone })).toMatchObject({ ok: true, lead: { phone } });
});

test.each([
  [".\r\n", "."],
  ["\n.\n", "."],
  ["\r.\r", "."],
  ["one\rtwo\r\nthree\nfour", "one\ntwo\nthree\nfour"],
  ["  a\n\n.\n\n. b ", "a\n\n.\n\n. b"],
])("the message %j keeps its dots and has one kind of line end", (message, kept) => {
  expect(inquiry({ message })).toMatchObject({ ok: true, lead: { message: kept } });
});

test("the limit counts characters as a person does, so 10,000 emoji fit", () => {
  expect(inquiry({ message: "🟡".repeat(10_000) })).toMatchObject({ ok: true });
});

test("half a surrogate pair does not get into a lead", () => {
  expect(inquiry({ name: "Ana \ud83d" })).toMatchObject({ ok: true, lead: { name: "Ana \ufffd" } });
});

test("every country on the list has a name of its own in both languages", () => {
  for (const locale of ["en", "es"]) {
    const names = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
    expect(new Set(countries.map((country) => names.of(country))).size).toBe(249);
  }
});

function inquiry(typed: FormValues) {
  const values = {
    name: "Ana Torres",
    email: "ana@company.com",
    company: "Acme",
    country: "CA",
    service: "cloud",
    message: "Two engineers.",
    consent: "on",
  };
  return checkForm("inquiry", { ...values, ...typed }, ["cloud", "cybersecurity"]);
}
