import { expect, test } from "vitest";
import type { LeadFields } from "#lib/leads/form/check-form.ts";
import { calm, type PostSignals, type SendingRates, type SpamReason, spamScore } from "./spam-score.ts";

const human: PostSignals = { isDecoyFilled: false, seconds: 30, isBareRequest: false };
const said: LeadFields = { name: "Ana Torres", email: "ana@acme.test", message: "Two engineers.", company: "Acme" };

type Case = [
  what: string,
  score: number,
  reasons: SpamReason[],
  change: { signals?: Partial<PostSignals>; fields?: Partial<LeadFields>; rates?: Partial<SendingRates> },
];

test.each<Case>([
  ["a person with script", 0, [], {}],
  ["a person without script", 1, ["no_token"], { signals: { seconds: null } }],
  ["the field that nobody sees", 4, ["decoy"], { signals: { isDecoyFilled: true } }],
  ["sent at once", 3, ["under_2_seconds"], { signals: { seconds: 0 } }],
  ["sent after 1.999 seconds", 3, ["under_2_seconds"], { signals: { seconds: 1.999 } }],
  ["sent after 2 seconds", 1, ["under_4_seconds"], { signals: { seconds: 2 } }],
  ["sent after 4 seconds", 0, [], { signals: { seconds: 4 } }],
  ["a request without a browser's headers", 1, ["bare_request"], { signals: { isBareRequest: true } }],
  ["a link as name", 4, ["link_in_name"], { fields: { name: "Win at https://x.test" } }],
  ["a link in the company", 4, ["link_in_name"], { fields: { company: "Acme www.x.test/win" } }],
  ["two links as company", 4, ["link_in_name"], { fields: { company: "https://a.test,www.b.test" } }],
  ["a page as the company's name", 2, ["link_as_company"], { fields: { company: "WWW.x.test/win" } }],
  ["the company's site as its name", 0, [], { fields: { company: "WWW.x.test" } }],
  ["the company's site as its name, as a link", 0, [], { fields: { company: "https://www.acme-ñandú.test/" } }],
  ["the company's site beside its name", 0, [], { fields: { company: "Acme (https://x.test)" } }],
  [
    "a page as the company's name, by a program",
    3,
    ["no_token", "link_as_company"],
    { signals: { seconds: null }, fields: { company: "https://x.test/win" } },
  ],
  ["a company that is called like its address", 0, [], { fields: { company: "Booking.com" } }],
  ["one link in the message", 0, [], { fields: { message: "We are https://www.acme.test/jobs" } }],
  ["two links", 0, [], { fields: { message: "https://a.test and www.b.test" } }],
  ["three links", 2, ["many_links"], { fields: { message: "http://a.test www.b.test HTTPS://c.test" } }],
  ["a message in Spanish", 0, [], { fields: { message: "¿Cuánto cuesta? Necesitamos dos señoras ingenieras." } }],
  ["an HTML anchor", 3, ["anchors"], { fields: { message: 'Click <a target="x" HREF=//x.test>here</a>' } }],
  ["a BBCode link", 3, ["anchors"], { fields: { message: "[URL=//x.test]here[/URL]" } }],
  ["a bare BBCode link", 3, ["anchors"], { fields: { team: "[url]//x.test[/url]" } }],
  ["brackets and angles that link nowhere", 0, [], { fields: { message: "[link below] a < b, <a>, <Ana> href" } }],
  ["a sender who wrote often", 3, ["sender_often"], { rates: { sender: "often" } }],
  ["a sender who wrote all day", 7, ["sender_all_day"], { rates: { sender: "all-day" } }],
  [
    "an address that was used often",
    3,
    ["email_often"],
    { signals: { seconds: 4.999 }, rates: { isEmailOften: true } },
  ],
  [
    "a person who took five seconds, under an address used often",
    0,
    [],
    { signals: { seconds: 5 }, rates: { isEmailOften: true } },
  ],
  ["a form that is flooded", 3, ["form_flooded"], { signals: { seconds: 4.999 }, rates: { isFormFlooded: true } }],
  ["a person who took five seconds, in a flood", 0, [], { signals: { seconds: 5 }, rates: { isFormFlooded: true } }],
  [
    "three links in a flood",
    5,
    ["many_links", "form_flooded"],
    { fields: { message: "http://a.test www.b.test HTTPS://c.test" }, rates: { isFormFlooded: true } },
  ],
  [
    "40 links in BBCode, by a program",
    10,
    ["decoy", "no_token", "many_links", "anchors"],
    {
      signals: { isDecoyFilled: true, seconds: null },
      fields: { message: "[url=https://x.test]x[/url] ".repeat(40) },
    },
  ],
])("%s: %d", (_what, score, reasons, { signals, fields, rates }) => {
  expect(spamScore({ ...said, ...fields }, { ...human, ...signals }, { ...calm, ...rates })).toEqual({
    score,
    reasons,
  });
});

test.each(["<a ".repeat(3_333), `<a ${" ".repeat(9_990)}`, "[url".repeat(2_500), "www.".repeat(2_500)])(
  "a message made to be slow to read is read at once",
  (message) => {
    const before = process.threadCpuUsage();
    spamScore({ ...said, message }, human, calm);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(50);
  },
);
