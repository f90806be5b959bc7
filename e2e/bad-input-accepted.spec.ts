import { randomUUID } from "node:crypto";
import { fieldsOf, markup, markupEverywhere, said, type Typed } from "./support/inquiry-fields.ts";
import { expectOrderly, mailsAbout } from "./support/mails.ts";
import { doors, type Field, multipartDoors, post, postForm } from "./support/post-form.ts";
import { expect, test } from "./support/test.ts";
import { throughEveryDoor } from "./support/through-every-door.ts";

// What a form must survive and take in: each row through every door.

type Received = { shown?: string[]; name?: string; address?: string; receiptTo?: string | "nobody" };

const longestLine = "x".repeat(10_000);

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
  [20, "a message of one dot", { message: ".\r\n" }, { shown: [".\n\nInquiry "] }],
  [20, "a dot alone on a line", { message: "Before\n.\nAfter" }, { shown: ["Before\n.\nAfter"] }],
  [20, "a dot between bare returns", { message: "Before\r.\rAfter" }, { shown: ["Before\n.\nAfter"] }],
  [
    20,
    "the end of a mail and a second mail",
    { message: "A\r\n.\r\nMAIL FROM:<x@evil.test>" },
    { shown: ["A\n.\nMAIL FROM:<x@evil.test>"] },
  ],
  [20, "a bare return and a bare line feed", { message: "A\rB\nC" }, { shown: ["A\nB\nC"] }],
  [21, "markup in every field", markupEverywhere, { name: markup, shown: [markup] }],
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

const unreadable = "QXQ";

test("row 15, bytes that are no UTF-8: read as far as they can be", async ({ page, site, inbox }) => {
  const fields: Field[] = [...fieldsOf({ name: `Ana${unreadable}Gómez` }), ["key", randomUUID()]];
  const refs = new Set<string | undefined>();
  for (const [name, door] of Object.entries(doors)) {
    const sent = door.sent(fields);
    const { accept } = door;
    const answer = await post(site, page, door.address("inquiry"), { ...sent, accept, body: spoilt(`${sent.body}`) });
    expect(answer.status, name).toBe(door.taken);
    refs.add(answer.ref);
  }
  const [notice] = await mailsAbout([...refs].join(), site, inbox);
  expect(notice?.replyTo[0]?.name).toBe("Ana\ufffd\ufffdGómez");
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

test("row 25, a file before the text of the same name: the text counts", async ({ page, site, inbox }) => {
  for (const [name, door] of Object.entries(multipartDoors)) {
    const fields: Field[] = [["email", { file: "eve@evil.test" }], ...fieldsOf({}), ["key", randomUUID()]];
    const { status, ref = "" } = await postForm(site, page, "inquiry", door, fields);
    expect(status, name).toBe(door.taken);
    const [notice] = await mailsAbout(ref, site, inbox);
    expect(notice?.replyTo[0]?.address, name).toBe("ana@acme.test");
  }
});

function spoilt(body: string): Uint8Array<ArrayBuffer> {
  const [before = "", after = ""] = body.split(unreadable);
  return new Uint8Array(Buffer.concat([Buffer.from(before), Buffer.from([0xff, 0xfe]), Buffer.from(after)]));
}
