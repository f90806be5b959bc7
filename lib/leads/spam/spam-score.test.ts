import { expect, test } from "vitest";
import type { LeadFields } from "#lib/leads/form/check-form.ts";
import { type Before, calm, couldBePerson, type PostSignals, type SpamReason, spamScore } from "./spam-score.ts";

const human: PostSignals = { decoy: "empty", seconds: 30, isBareRequest: false };
const desk = {
  // Each text says itself how it reads.
  pitchModel: (text: string) => Number(/\((-?[\d.]+)\)/.exec(text)?.[1] ?? -1),
  siteUrl: "https://dreamcode.dev",
};
const said: LeadFields = { name: "Ana Torres", email: "ana@acme-team.com", message: "Two engineers.", company: "Acme" };

type Case = [
  what: string,
  score: number,
  reasons: SpamReason[],
  change: { signals?: Partial<PostSignals>; fields?: Partial<LeadFields>; before?: Partial<Before> },
];

test.each<Case>([
  ["a person with script", 0, [], {}],
  ["a person without script", 1, ["no_token"], { signals: { seconds: null } }],
  ["the field that nobody sees", 4, ["decoy"], { signals: { decoy: "filled" } }],
  ["sent at once", 2, ["under_2_seconds"], { signals: { seconds: 0 } }],
  ["sent after 1.999 seconds", 2, ["under_2_seconds"], { signals: { seconds: 1.999 } }],
  ["sent after 2 seconds", 1, ["under_4_seconds"], { signals: { seconds: 2 } }],
  ["sent after 4 seconds", 0, [], { signals: { seconds: 4 } }],
  ["a request without a browser's headers", 2, ["bare_request"], { signals: { isBareRequest: true } }],
  ["a link as name", 4, ["link_in_name"], { fields: { name: "Win at https://xxx.com" } }],
  ["a link in the company", 4, ["link_in_name"], { fields: { company: "Acme www.xxx.com/win" } }],
  ["two links as company", 4, ["link_in_name"], { fields: { company: "https://aaa.com,www.bbb.com" } }],
  ["a page as the company's name", 1, ["link_as_company"], { fields: { company: "WWW.xxx.com/win" } }],
  ["the company's site as its name", 0, [], { fields: { company: "WWW.xxx.com" } }],
  ["the company's site as its name, as a link", 0, [], { fields: { company: "https://www.acme-ñandú.co/" } }],
  ["the company's site beside its name", 0, [], { fields: { company: "Acme (https://xxx.com)" } }],
  [
    "a page as the company's name, by a program",
    2,
    ["no_token", "link_as_company"],
    { signals: { seconds: null }, fields: { company: "https://xxx.com/win" } },
  ],
  ["a company that is called like its address", 0, [], { fields: { company: "Booking.com" } }],
  ["one link in the message", 0, [], { fields: { message: "We are https://www.other.com/jobs" } }],
  ["two links", 0, [], { fields: { message: "https://aaa.com and www.bbb.com" } }],
  ["three links", 2, ["many_links"], { fields: { message: "http://aaa.com www.bbb.com HTTPS://ccc.com" } }],
  ["a message in Spanish", 0, [], { fields: { message: "¿Cuánto cuesta? Necesitamos dos señoras ingenieras." } }],
  ["an HTML anchor", 3, ["anchors"], { fields: { message: 'Click <a target="x" HREF=//xxx.com>here</a>' } }],
  ["a BBCode link", 3, ["anchors"], { fields: { message: "[URL=//xxx.com]here[/URL]" } }],
  ["a bare BBCode link", 3, ["anchors"], { fields: { team: "[url]//xxx.com[/url]" } }],
  ["brackets and angles that link nowhere", 0, [], { fields: { message: "[link below] a < b, <a>, <Ana> href" } }],
  ["[link] and [url] in a copied text", 0, [], { fields: { message: "Our brief [link], and the site: [url]" } }],
  ["three links in a signature", 0, [], { fields: { message: "Ana, acme-team.com, linkedin.com/in/ana, acme.ca" } }],
  [
    "two links of this site",
    0,
    [],
    { fields: { message: "dreamcode.dev/en and https://www.dreamcode.dev, aaa.io, bbb.io" } },
  ],
  [
    "names of technologies",
    0,
    [],
    { fields: { message: "Node.js, Next.js, ASP.NET and Vue.js, please.So we can start" } },
  ],
  ["three bare domains", 2, ["many_links"], { fields: { message: "aaa.com BBB.RU ccc.co.uk" } }],
  [
    "three links to hosts of no kind",
    2,
    ["many_links"],
    { fields: { message: "https://a.test www.b.test http://c.test" } },
  ],
  ["ten links to one site", 2, ["many_links"], { fields: { message: "aaa.com/x ".repeat(10) } }],
  ["three pages of one site", 0, [], { fields: { message: "aaa.com/1 aaa.com/2 https://www.aaa.com/3" } }],
  ["three addresses of people", 0, [], { fields: { message: "a@aaa.com, b@bbb.com, c@ccc.com" } }],
  ["a password manager", 1, ["decoy_repeats"], { signals: { decoy: "repeats" } }],
  ["a handle of Telegram", 2, ["messenger"], { fields: { message: "Write to my Telegram: @winner77" } }],
  ["a link to Telegram", 2, ["messenger"], { fields: { message: "https://t.me/winner" } }],
  ["Telegram as a subject", 0, [], { fields: { message: "We need bots for Telegram and WeChat channels" } }],
  ["WhatsApp with a number", 0, [], { fields: { message: "Mi WhatsApp es +57 300 123 4567" } }],
  [
    "Cyrillic letters beside links",
    2,
    ["other_script"],
    { fields: { message: "Нам нужны два инженера https://www.linkedin.com/in/ana-torres-engineer" } },
  ],
  ["Cyrillic letters", 2, ["other_script"], { fields: { message: "Нам нужны два инженера" } }],
  [
    "words that a program made up",
    3,
    ["gibberish"],
    { fields: { message: "PfKbYqvAJXsu oCrEhWzkQyI sTgMbUaXj LRpFwe" } },
  ],
  ["names with capitals inside", 0, [], { fields: { message: "DevSecOps for JavaScript, PostgreSQL and GraphQL" } }],
  ["words without vowels", 3, ["gibberish"], { fields: { message: "ylkwtqdrfjhsh zofnvsgtmu gqznkl oemrkyyqjifz" } }],
  ["one letter many times", 0, [], { fields: { message: "x".repeat(10_000) } }],
  ...[
    "Somebody sends me “a guest post” (-0.04)",
    "Who 'sells backlinks' here? (-0.04)",
    "Is this from you? (-0.04)",
    "> a guest post (-0.04)",
    "From: Joe <joe@seo.test>\n\na guest post (-0.04)",
    "Joe escribió: a guest post (-0.04)",
  ].map<Case>((message) => [`whoever quotes it: ${message}`, 2, ["sales_words", "quoted"], { fields: { message } }]),
  ["what is in quotation marks alone", 0, [], { fields: { message: 'They sell "(0.5)", «(0.5)»' } }],
  ["it's and don't", 2, ["sales_words"], { fields: { message: "It's a guest post, don't you see (-0.04)" } }],
  ["a name in other letters", 0, [], { fields: { name: "李小龍", message: "We are 北京 partners in Toronto" } }],
  ["a text that reads as much like an inquiry", 0, [], { fields: { message: "(-0.15)" } }],
  ["one that reads a little less so", 1, ["sales_word"], { fields: { message: "(-0.14)" } }],
  ["one that reads like both", 1, ["sales_word"], { fields: { message: "(-0.05)" } }],
  ["one that reads more like a pitch", 2, ["sales_words"], { fields: { message: "(-0.04)" } }],
  ["one that nearly reads like one", 2, ["sales_words"], { fields: { message: "(0.05)" } }],
  ["one that does", 3, ["sales_pitch"], { fields: { message: "(0.06)" } }],
  ["one that does, of somebody who applies", 0, [], { fields: { message: "(0.06)", cv: "https://cv.test/ana" } }],
  ["it beside a link", 2, ["sales_word", "link_to_sales"], { fields: { message: "aaa.com (-0.1)" } }],
  ["a copy by a colleague", 1, ["copy"], { before: { copies: "close" } }],
  ["a copy by others", 3, ["copies"], { before: { copies: "several" } }],
  ["a form that somebody else sent", 3, ["used_token"], { before: { isTokenUsed: true } }],
  ["a sender who wrote often", 1, ["sender_often"], { before: { sender: "often" } }],
  ["a sender who wrote all day", 3, ["sender_all_day"], { before: { sender: "all-day" } }],
  [
    "an address that was used often",
    1,
    ["email_often"],
    { signals: { seconds: 4.999 }, before: { isEmailOften: true } },
  ],
  [
    "a person who took five seconds, under an address used often",
    0,
    [],
    { signals: { seconds: 5 }, before: { isEmailOften: true } },
  ],
  ["a form that is flooded", 3, ["form_flooded"], { signals: { seconds: 4.999 }, before: { isFormFlooded: true } }],
  ["a person who took five seconds, in a flood", 0, [], { signals: { seconds: 5 }, before: { isFormFlooded: true } }],
  [
    "three links in a flood",
    5,
    ["many_links", "form_flooded"],
    { fields: { message: "http://aaa.com www.bbb.com HTTPS://ccc.com" }, before: { isFormFlooded: true } },
  ],
  [
    "40 links in BBCode, by a program",
    10,
    ["decoy", "no_token", "many_links", "anchors"],
    {
      signals: { decoy: "filled", seconds: null },
      fields: { message: "[url=https://xxx.com]x[/url] ".repeat(40) },
    },
  ],
])("%s: %d", (_what, score, reasons, { signals, fields, before }) => {
  expect(spamScore({ ...said, ...fields }, { ...human, ...signals }, { ...calm, ...before }, desk)).toEqual({
    score,
    reasons,
  });
});

test.each<[what: string, score: number, reasons: SpamReason[], isDoubtful: boolean]>([
  ["a text that cannot be a person's", 7, ["many_links", "anchors", "messenger"], false],
  ["a little less of it", 6, ["anchors", "gibberish"], true],
  ["no script beside that", 7, ["no_token", "anchors", "gibberish"], true],
  ["haste beside that", 8, ["under_2_seconds", "anchors", "gibberish"], true],
  ["some haste beside that", 7, ["under_4_seconds", "anchors", "gibberish"], true],
  ["a password manager beside that", 7, ["decoy_repeats", "anchors", "gibberish"], true],
  ["a busy network beside that", 9, ["anchors", "gibberish", "sender_all_day"], true],
  ["what a text reads like", 9, ["many_links", "anchors", "sales_pitch", "link_to_sales"], true],
  ["the same, a little", 8, ["anchors", "gibberish", "sales_words"], true],
  ["the same, hardly", 7, ["anchors", "gibberish", "sales_word"], true],
  ["words of somebody else", 7, ["many_links", "anchors", "messenger", "quoted"], true],
  ["nothing in the text", 9, ["decoy", "used_token", "bare_request"], true],
])("%s may be from a person or not", (_what, score, reasons, isDoubtful) => {
  expect(couldBePerson({ score, reasons })).toBe(isDoubtful);
});

test.each([
  "<a ".repeat(3_333),
  `<a ${" ".repeat(9_990)}`,
  "[url".repeat(2_500),
  "www.".repeat(2_500),
  "a.".repeat(5_000),
  "a-".repeat(5_000),
  "telegram ".repeat(1_100),
  "a a ".repeat(2_500),
  "guest ".repeat(1_600),
  `(0.1) ${"„".repeat(9_990)}`,
  `(0.1) ${"‘a ".repeat(3_300)}`,
  `(0.1) ${"from: a ".repeat(1_240)}`,
])("a message made to be slow to read is read at once", (message) => {
  const before = process.threadCpuUsage();
  spamScore({ ...said, message }, human, calm, desk);
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(50);
});
