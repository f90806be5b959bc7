import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";

const noMarkdown = "as typed; this is no Markdown, so remove it";
const open = "as typed; write what it stands for";

test.each([
  ["**Teams**", `readers would see ** ${noMarkdown}`],
  ["The *new* teams", `readers would see *new* ${noMarkdown}`],
  ["_Teams_ of two", `readers would see _Teams_ ${noMarkdown}`],
  ["Teams of ~~two~~ three", `readers would see ~~ ${noMarkdown}`],
  ["`code`", `readers would see \` ${noMarkdown}`],
  ["See [x](/en/contact)", `readers would see [x](/en/contact) ${noMarkdown}`],
  ["<b>x</b>", `readers would see <b> ${noMarkdown}`],
  ["One<br/>two", `readers would see <br/> ${noMarkdown}`],
  ["R&amp;D", `readers would see &amp; ${noMarkdown}`],
  ["R&#38;D &#xE9;", `readers would see &#38; ${noMarkdown}`],
  ["&frac12; a day", `readers would see &frac12; ${noMarkdown}`],
  ["Write &#xE9;", `readers would see &#xE9; ${noMarkdown}`],
  ["- Teams", `readers would see - ${noMarkdown}`],
  ["Teams[^1]", `readers would see [^1] ${noMarkdown}`],
  ["# Teams", `readers would see # ${noMarkdown}`],
  ["Teams :rocket:", `readers would see :rocket: ${noMarkdown}`],
  ["Teams {#teams}", `readers would see {#teams} ${noMarkdown}`],
  ["{{title}}", `readers would see {{title}} ${open}`],
  ["[TODO]", `readers would see [TODO] ${open}`],
  ["[Company Name] and us", `readers would see [Company Name] ${open}`],
  ["TODO: a title", `readers would see TODO: a title ${open}`],
  ["Hello *|FNAME|*", `readers would see *|FNAME|* ${open}`],
])("where words are shown as they are, %s is a warning", (words, message) => {
  const quoted = JSON.stringify(words);
  const root = temporaryContent({
    "en/blog/a.md": post({ title: quoted, imglink: "a.jpg", imgalt: quoted, imgcaption: quoted, imgcredit: quoted }),
    "es/blog/a.md": post(),
    "images/a.jpg": Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    "en/hubs/cali.md": hub(words),
    "es/hubs/cali.md": hub("Salsa"),
    "tags.yaml": `hiring: { en: ${quoted}, es: Contratación }\n`,
    "clients.yaml": `retail:\n  name: { en: Retail, es: Comercio }\n  clients: [Target, ${quoted}]\n`,
    "authors/ana.yaml": `name: Ana\nbio:\n  en: ${quoted}\n  es: Escribe.\n`,
    "site.yaml": `name: Us\nreplyPromise:\n  en: Soon\n  es: ${quoted}\n`,
  });
  expect(checkContent(root).warnings.map(problemLine)).toEqual(
    [
      "authors/ana.yaml:3:7 bio.en",
      "clients.yaml:3:21 retail.clients.1",
      "en/blog/a.md:4:8 title",
      "en/blog/a.md:10:9 imgalt",
      "en/blog/a.md:11:13 imgcaption",
      "en/blog/a.md:12:12 imgcredit",
      "en/hubs/cali.md:8:10 summary",
      "en/hubs/cali.md:9:19 knownFor.1",
      "site.yaml:4:7 replyPromise.es",
      "tags.yaml:1:15 hiring.en",
    ].map((place) => `content/${place}: warning: ${message}`),
  );
});

test.each([
  ["a block", `<Callout title="**x**">\nText.\n</Callout>`, `11:10 body: warning: readers would see ** ${noMarkdown}`],
  [
    "a question",
    `<Questions>\n<Question title="[TODO]">\nText.\n</Question>\n</Questions>`,
    `12:11 body: warning: readers would see [TODO] ${open}`,
  ],
])("so it is in the attributes of %s", (_what, block, message) => {
  const root = temporaryContent({ "en/blog/a.mdx": post({}, `\n${block}\n`), "es/blog/a.md": post() });
  expect(checkContent(root).warnings.map(problemLine)).toEqual([`content/en/blog/a.mdx:${message}`]);
});

test.each([
  "* Not in May",
  "5 * 3 * 2 = 30, a note* and another*, (*) and (*)",
  "C++, C#, #1 in 2026, R&D, AT&T; snake_case_name, ~100",
  "He said [sic] and [our team] […] [1], “quoted”, ‘x’ & more",
  "2 < 3 > 1, ¿qué?, 24/7, 50 %, $5, {first name}",
])("%s is right", (words) => {
  const root = temporaryContent({
    "en/hubs/cali.md": hub(words),
    "es/hubs/cali.md": hub("Salsa"),
    "en/blog/a.md": post({ url: "a__b", imglink: "a__b_c_.jpg" }),
    "es/blog/a.md": post(),
    "images/a__b_c_.jpg": Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    "es/replies/a.yaml": "replies:\n  - name: Ana\n    date: 2025-04-02\n    text: Me **encanta** <3 [TODO]\n",
    "redirects.yaml": "redirects:\n  - from: /old__name__\n    to: /contact\n",
    "site.yaml": "name: Us\nemail: a__b@example.com\nsocial:\n  - { name: X, url: https://x.test/__us__ }\n",
  });
  expect(checkContent(root)).toMatchObject({ errors: [], warnings: [] });
});

function hub(words: string): string {
  const quoted = JSON.stringify(words);
  const description = `What is known of the city of ${words.replaceAll(/[^a-z ]/gi, "")} and of the people who work there, for companies in Canada.`;
  const keys = [
    `title: ${words === "Salsa" ? "Cali" : "Cali, city"}`,
    "country: Colombia",
    "timeZone: America/Bogota",
    "metaTitle: Cali",
    `meta_description: ${description}`,
    "order: 1",
    `summary: ${quoted}`,
    `knownFor: [Salsa, ${quoted}]`,
  ];
  return `---\n${keys.join("\n")}\n---\n\nText.\n`;
}
