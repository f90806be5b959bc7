import type { Answer } from "dns-packet";
import { expect, test } from "vitest";
import { nameServer } from "#lib/mail/name-server-for-tests.ts";
import type { Patient } from "../finding.ts";
import { patientForTests } from "../patient-for-tests.ts";
import { dkim } from "./dkim.ts";
import { dmarc } from "./dmarc.ts";
import { spf } from "./spf.ts";

const txt = (name: string, ...data: string[]): Answer => ({ type: "TXT", name, data });

const known: Answer[] = ["dreamcode.test", "site.dreamcode.test"].map((name) => ({
  type: "A",
  name,
  data: "192.0.2.1",
}));

test.each([
  [["v=spf1 include:spf.protection.outlook.com -all"], "ok", /^ok: v=spf1 include/],
  [
    ["google-site-verification=x"],
    "wrong",
    /Add.* dreamcode\.test\. TXT "v=spf1 include:spf\.protection\.outlook\.com ~all"$/,
  ],
  [["v=spf1 -all", "v=spf1 mx ~all"], "wrong", /has 2 SPF records/],
  [["v=spf1 mx +all"], "wrong", /every machine of the world/],
  [["v=spf1 mx all"], "wrong", /every machine of the world/],
  [["v=spf1 mx ~all"], "warning", /Write include:spf\.protection\.outlook\.com before its end/],
] as const)("of the SPF %j it is said that it is %s", async (records, state, said) => {
  const finding = await spf(await sender(records.map((record) => txt("dreamcode.test", record))));
  expect(finding).toMatchObject({ state });
  expect(Object.values(finding ?? {}).join(": ")).toMatch(said);
});

test("a record in two parts is read as one, and a server of one's own is named by itself", async () => {
  const parts = [txt("dreamcode.test", "v=spf1 a:mail.dreamcode.test ", "-all")];
  expect(await spf(await sender(parts, {}, "smtp://mail.dreamcode.test"))).toEqual({
    state: "ok",
    seen: "v=spf1 a:mail.dreamcode.test -all",
  });
  expect(await spf(await sender([], {}, "smtp://mail.dreamcode.test"))).toMatchObject({
    todo: expect.stringMatching(/v=spf1 a:mail\.dream/),
  });
});

test("of DKIM it is said how to see it, and with a selector whether there is a key", async () => {
  const keys = [
    txt("s1._domainkey.dreamcode.test", "v=DKIM1; k=rsa; p=MIGf"),
    txt("s2._domainkey.dreamcode.test", "p="),
  ];
  expect(await dkim(await sender(keys))).toMatchObject({
    state: "warning",
    todo: expect.stringMatching(/--dkim SELECTOR/),
  });
  expect(await dkim(await sender(keys, { selector: "s1" }))).toMatchObject({ state: "ok" });
  expect(await dkim(await sender(keys, { selector: "s2" }))).toMatchObject({
    state: "wrong",
    seen: expect.stringMatching(/was taken back/),
  });
  expect(await dkim(await sender(keys, { selector: "s3" }))).toMatchObject({
    state: "wrong",
    todo: expect.stringMatching(/s3\._domainkey\.dreamcode\.test\. TXT "v=DKIM1/),
  });
});

test("DMARC counts of the domain and of the one above it, and what is missing is written out", async () => {
  const above = [txt("_dmarc.dreamcode.test", "v=DMARC1; p=reject")];
  const below = { MAIL_FROM: "hello@site.dreamcode.test" };
  expect(await dmarc(await sender(above))).toEqual({ state: "ok", seen: "v=DMARC1; p=reject" });
  expect(await dmarc(await sender(above, {}, undefined, below))).toMatchObject({ state: "ok" });
  expect(await dmarc(await sender([]))).toMatchObject({
    state: "warning",
    todo: expect.stringMatching(/_dmarc\.dreamcode\.test\. TXT "v=DMARC1; p=none"/),
  });
});

test("where no name server answers, nothing is called missing", async () => {
  const given = { SMTP_URL: "smtp://mail", MAIL_FROM: "hello@dreamcode.test", LEADS_TO: "sales@dreamcode.test" };
  const alone = patientForTests(given, { selector: "s1" });
  for (const look of [spf, dkim, dmarc]) {
    expect(await look(alone)).toMatchObject({
      state: "warning",
      seen: expect.stringMatching(/^no name server told this machine/),
    });
  }
});

test("a name server that does not know the domain says nothing about it", async () => {
  const patient = await sender([], { selector: "s1" }, undefined, { MAIL_FROM: "hello@other.test" });
  for (const look of [spf, dkim, dmarc]) {
    expect(await look(patient)).toMatchObject({
      state: "warning",
      seen: "the name server of this machine knows no other.test",
    });
  }
});

test.each([
  ["smtp://127.0.0.1", "v=spf1 a mx ~all"],
  ["smtp://192.0.2.7", "v=spf1 ip4:192.0.2.7 ~all"],
  ["smtp://[2001:db8::7]", "v=spf1 ip6:2001:db8::7 ~all"],
  ["smtp://smtp.gmail.com", "v=spf1 include:_spf.google.com ~all"],
])("the record that is written out for %s names it as SPF does", async (url, record) => {
  expect(await spf(await sender([], {}, url))).toMatchObject({ todo: expect.stringContaining(`TXT "${record}"`) });
});

async function sender(
  records: Answer[],
  changes: Partial<Patient> = {},
  url = "smtp://smtp.office365.com",
  given: Record<string, string> = {},
) {
  const env = { SMTP_URL: url, MAIL_FROM: "hello@dreamcode.test", LEADS_TO: "sales@dreamcode.test", ...given };
  return patientForTests(env, { names: await nameServer([...known, ...records]), ...changes });
}
