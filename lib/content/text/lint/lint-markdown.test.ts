import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";

const asTyped = "as typed; write it as Markdown, or remove it";
const notes = "[…] names a note or an address that stands nowhere in this text; add the line that begins with it";
const spaced = "there is no space in the name of a note; write [^one-name], here and before its text";
const link = "a link is not whole here; write [words](address), with no space in the address";
const times = "the * between these numbers is not shown, and makes them slanted; write ×, or \\* for the * itself";
const stars = "** is shown as it is typed; put it right before and right after the words";
const table = "is no table yet; below its first line write one of | --- | for each column";
const tabs = "these cells are no table yet; write | between them, and below the first line | --- | for each column";

const underlined = "the line of - below makes this a heading; put an empty line before it, or remove both";

test.each<[string, string, string[]]>([
  ["no text", "", ["1:1 there is no text yet; write it below the second ---"]],
  ["a script", "Hi <script>alert(1)</script>", [`11:4 readers would see <script> ${asTyped}`]],
  ["a line break of HTML", "One<br>two", [`11:4 readers would see <br> ${asTyped}`]],
  ["a note", "Text.\n\n<!-- ask Ana -->", [`13:1 readers would see <!-- … --> ${asTyped}`]],
  ["a block", "<Callout>", ["11:1 <Callout> is read in files that end in .mdx alone; rename this one"]],
  ["a level left out", "## A\n\n#### B", ["13:1 skips a level of headings; begin it with ###"]],
  [
    "one # among ##",
    "## A\n\n# B\n\n### C\n\n## D",
    ["13:1 stands above the headings before it, and makes them smaller; begin it with ##"],
  ],
  ["one ## before #", "## A\n\n# B\n\n# C", ["11:1 skips a level of headings; begin it with #"]],
  ["a text that begins too deep", "### A", ["11:1 skips a level of headings; begin it with ##"]],
  ["a heading without a space", "##A", ["11:1 put a space after the # of a heading; without it they are shown"]],
  [
    "a heading with one # and no space",
    "Text.\n\n#Market size",
    ["13:1 if this is a heading, put a space after its #; without it the # is shown"],
  ],
  ...["#¿Qué cuesta?", "#**Market size**", "#Costs by city:", "#1. Choose a partner"].map(
    (text): [string, string, string[]] => [
      `the same as in ${text}`,
      text,
      ["11:1 if this is a heading, put a space after its #; without it the # is shown"],
    ],
  ),
  [
    "headings without a space, between lines",
    "Text.\n#Market size\nText\n##Costs",
    [
      "12:1 if this is a heading, put a space after its #; without it the # is shown",
      "14:1 put a space after the # of a heading; without it they are shown",
    ],
  ],
  ["a place in a ranking", "#2 in the region, says Ana", []],
  ["a tag that begins a sentence", "#Nearshoring is growing.\n\nThis is\n#Nearshoring for all", []],
  [
    "comments of Google Docs",
    "We grew[a] fast.[b]\n\n[a]is this true?\n[b]@Ana?",
    [
      "13:1 [a] is a comment of Google Docs; remove it, here and in the text",
      "14:1 [b] is a comment of Google Docs; remove it, here and in the text",
    ],
  ],
  ["letters that an editor puts into another's words", "“[a]ll men” and employee[s], dear amigo[a]\n\n[t]he end", []],
  ["words that are tags for other sites", "#Nearshoring #Colombia", []],
  ["a sentence above a line", "We start soon.\n---", [`11:1 ${underlined}`]],
  ["the same of =", "We start soon.\n===", [`11:1 ${underlined.replace("of -", "of =")}`]],
  [
    "a note without its colon",
    "A fact[^1].\n\n[^1] Its source",
    ["13:1 put a colon behind [^1], if the text of the note begins here: [^1]: …"],
  ],
  [
    "several such notes, one of them an address",
    "A fact[^1], another[^2].\n\n[^1] https://a.test\n[^2] Its source",
    [
      "13:1 put a colon behind [^1], if the text of the note begins here: [^1]: …",
      "14:1 put a colon behind [^2], if the text of the note begins here: [^2]: …",
    ],
  ],
  ["a mark of a note behind bold words", "**A fact**[^1] is here", [`11:11 ${notes}`]],
  ["a heading that is meant", "What it costs\n---\n\nText.", []],
  [
    "an answer that is code",
    "Here it is:\n\n```markdown\n## A\n\nText.\n```",
    ["13:1 this text is shown as code; remove the line ```markdown before it, and the line ``` behind it"],
  ],
  [
    "a table of Pandoc",
    "City   Hours\n-----  -----\nCali   8",
    ["12:1 is no table yet; write | between its cells, and here | --- | for each column"],
  ],
  [
    "a line that Markdown takes for an address",
    "[Ana]: hello\n\nText.",
    [
      "11:1 nothing in this text names [Ana], so this line is not shown; write \\ before its [ to show it, or remove it",
    ],
  ],
  ["a note of its author", "[//]: # (ask Ana)\n\nText [a].\n\n[a]: /en/contact", []],
  [
    "an empty paragraph of an editor",
    "One.\n\n\\\n\nTwo.",
    ["13:1 the \\ at the end of this is shown; remove it, an empty line parts paragraphs"],
  ],
  [
    "a line that is broken at its end",
    "**Salary:** 5\\",
    ["11:1 the \\ at the end of this is shown; remove it, an empty line parts paragraphs"],
  ],
  ["one that is broken within", "One\\\nTwo", []],
  ["a heading with a seventh #", "####### A", ["11:1 a heading has six # at most; more are shown"]],
  [
    "a heading as Word's exports write it",
    "\\## A",
    ["11:1 the \\ before it shows this # as it is typed; remove it, if this is a heading"],
  ],
  [
    "a character that is none",
    "A **b &#7;** c",
    ["11:5 the character that &#…; names here does not exist, and \ufffd is shown for it; type the right one"],
  ],
  ["numbers with * between them", "A 24*7 service, 8*5 support.", [`11:5 ${times}`]],
  ["the same in a size", "10*20*30 cm", [`11:3 ${times}`]],
  [
    "a small 2 of another program",
    "H~2~O",
    ["11:2 ~ strikes these words through; write ~~ if that is meant, \\~ for the ~ itself, or ₂ for a small 2"],
  ],
  [
    "a list that does not count by one",
    "1. One\n3. Three",
    ["12:1 is shown as 2, since a list counts by itself; write \\. after the number to keep it"],
  ],
  [
    "a line right below a table",
    "| a | b |\n| --- | --- |\n| 1 | 2 |\n**Note:** in USD.",
    ["14:1 this line is shown as a part of the table above it; put an empty line before it"],
  ],
  [
    "a table with empty lines in it",
    "| a | b |\n\n|---|---|\n\n| 1 | 2 |",
    ["13:1 is no table yet; remove the empty lines between its lines"],
  ],
  [
    "a paragraph right below a list",
    "- One.\n- Two.\nThey end here.",
    ["13:1 is shown as a part of the list above it; put an empty line before it"],
  ],
  [
    "a paragraph right below a quote",
    "> One.\nAna said so.",
    ["12:1 is shown as a part of the quote above it; put an empty line before it"],
  ],
  ["stars with spaces around them", "** Why us **", [`11:1 ${stars}`]],
  ["a heading without words", "##", ["11:1 this heading has no words; write them after the #, or remove it"]],
  ["a link without words", "[](/en/contact)", ["11:1 this link has no words to click on; write [words](/en/contact)"]],
  ["a link with a space", "[x](/en/blog/some post)", [`11:1 ${link}`]],
  ["a link to no definition", "[x][one]", [`11:1 ${notes}`]],
  ["a note that is not there", "True.[^1]", [`11:6 ${notes}`]],
  [
    "a note with a space in its name",
    "True.[^long name]\n\n[^long name]: A note.",
    [`11:6 ${spaced}`, `13:1 ${spaced}`],
  ],
  ["one that looks like an address", "A [^one two].\n\n[^one two]: Source", [`11:3 ${spaced}`, `13:1 ${spaced}`]],
  [
    "a note that no word leads to",
    "True.[^1]\n\n[^1]: A note.\n\n[^Año]: Another.",
    [
      "15:1 nothing in this text names the note [^Año], so it is not shown; write [^Año] after the words that it is about",
    ],
  ],
  [
    "two notes of one name",
    "True.[^a]\n\n[^a]: A note.\n[^A]: Another.",
    ["14:1 another note is called [^A], and this one is not shown; give it a name of its own, here and in the text"],
  ],
  ["stars without an end", "This is **bold", [`11:9 ${stars}`]],
  ...[
    ["words struck through without an end", "This is ~~not it.", "~~", "11:9"],
    ["words struck through with a space before the end", "- a\n- ~~one ~~ two", "~~", "12:3"],
    ["code without an end", "Type `npm start and wait.", "`", "11:6"],
    ["code with one end too many", "Type `npm` start` and wait.", "`", "11:17"],
    ["code begun with two", "Type ``npm` and wait.", "``", "11:6"],
    ["bold words of _ without an end", "We are __here to help.", "__", "11:8"],
    ["bold words of _ without a beginning", "We are here__ to help.", "__", "11:12"],
    ["one in a later line of a quote", "> One \\* two\n> so __three", "__", "12:6"],
    ["one in a heading", "## ~~Costs", "~~", "11:4"],
  ].map(([what = "", text = "", mark = "", place = ""]): [string, string, string[]] => {
    const does = { "~~": "strikes words through", __: "makes them bold" }[mark] ?? "shows them as code";
    const advice = `it ${does} where another one stands right behind them; write that one, or remove this`;
    return [what, text, [`${place} ${mark} is shown as it is typed; ${advice}`]];
  }),
  ["a table without its second line", "| a | b |\n| 1 | 2 |", [`11:1 ${table}`]],
  ["a table of Excel", "Text:\n\nName\tPrice\nA\t1\nB\t2", [`13:1 ${tabs}`]],
  ["a table of Word below its words", "As here:\nName\t\tPrice\nA\t\t1", [`11:1 ${tabs}`]],
  [
    "a line of a table that has more cells than columns",
    "| a | b |\n| --- | --- |\n| 1 | 2 |  |\n| 1 | 2 | more |",
    ["14:1 this line has 3 cells, and the table 2 columns: the rest is not shown; add a column"],
  ],
  [
    "code without an end",
    "```\na\n\n## B",
    ["11:1 this code has no end, and all below it is shown as code; close it with a line ```"],
  ],
  [
    "a text that is all code",
    "```markdown\n## A\n\nText.\n```",
    ["11:1 all of this text is shown as code; remove the lines ``` at its beginning and its end"],
  ],
  ...[
    "https://www.google.com/url?q=https://a.co/&sa=D",
    "https://google.com.co/url?sa=t&url=https%3A%2F%2Fa.co",
    "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.co",
    "https://lnkd.in/abc",
  ].map((url): [string, string, string[]] => [
    `a link by way of ${url}`,
    `[a](${url})`,
    ["11:1 this link goes by way of a program that counts clicks; open it, and copy the address of the page itself"],
  ]),
  ["front matter in the text", "Text.\n\n---\ntitle: A\nslug: b\n---", [`14:1 ${underlined}`]],
  ["a line below words", "title: A\n---", [`11:1 ${underlined}`]],
  [
    "an indented line",
    "Text.\n\n    More.",
    ["13:1 a line that begins with four spaces is shown as code; remove them, or put it between two lines ```"],
  ],
])("%s in a .md file is a warning, for it would not look as it was meant", (_name, body, expected) => {
  expect(warningsOf(`\n${body}\n`)).toEqual(
    expected.map((warning) => `content/en/blog/a.md:${warning.replace(" ", " body: warning: ")}`),
  );
});

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

test("a picture of which nobody says what it shows is a warning", () => {
  expect(warningsOf("\n![](map.png)\n\n![][one]\n\n[one]: map.png\n", { "images/map.png": png })).toEqual([
    "content/en/blog/a.md:11:1 body: warning: say what the picture shows, for who cannot see it: ![what it shows](map.png)",
    "content/en/blog/a.md:13:1 body: warning: say what the picture shows, for who cannot see it: ![what it shows](picture.jpg)",
  ]);
});

test.each([
  ["team-at-work-2.png", "team-at-work-2.png"],
  ["Foto equipo.JPG", "map.png"],
  ["team-at-work-2", "team-at-work-2.png"],
  ["IMG_2031", "map.png"],
  ["DSC00012", "map.png"],
  ["WhatsApp Image 2026-01-02 at 10.11.12", "map.png"],
  ["Screenshot 2026-01-02", "map.png"],
  ["image", "map.png"],
  ["Image 1", "map.png"],
  ["picture", "map.png"],
  ["A photo", "map.png"],
  ["Imagen", "map.png"],
  ["una foto", "map.png"],
  ["captura de pantalla", "map.png"],
])("words that tell nothing of a picture are a warning: %s", (alt, file) => {
  const said = `"${alt}" tells nothing of the picture; say what the picture shows, for who cannot see it: ![what it shows](${file})`;
  expect(warningsOf(`\n![${alt}](${file})\n`, { [`images/${file}`]: png })).toEqual([
    `content/en/blog/a.md:11:1 body: warning: ${said}`,
  ]);
});

test.each([
  ["Bogotá", "Bogotá.png"],
  ["A photo of the team in Medellín", "map.png"],
  ["Image of the desk, taken in 2026", "map.png"],
  ["Logo of DreamCode", "logo.png"],
  ["Foto 1 del centro de Cali", "map.png"],
  ["P2 building", "map.png"],
  ["Screenshot 2 of the desk", "map.png"],
  ["Imagen 2 del centro", "map.png"],
])("words that tell of a picture are right: %s", (alt, file) => {
  expect(warningsOf(`\n![${alt}](${file})\n`, { [`images/${file}`]: png })).toEqual([]);
});

test("so is a size of Obsidian behind them", () => {
  expect(warningsOf("\n![The team|300](map.png)\n", { "images/map.png": png })).toEqual([
    'content/en/blog/a.md:11:1 body: warning: "The team|300" ends in a size, which is read out as words; remove it, the page gives each picture its room',
  ]);
});

test("marks in the caption of a picture are a warning: it stands under it as it is typed", () => {
  expect(warningsOf('\n![A team in Cali](a.png "Cali, a **bold** city")\n', { "images/a.png": png })).toEqual([
    "content/en/blog/a.md:11:1 body: warning: readers would see ** as typed; this is no Markdown, so remove it",
  ]);
});

test("a place to fill in is a warning in the words of a picture too", () => {
  expect(warningsOf("\n![The {{city}} seen from above](map.png)\n", { "images/map.png": png })).toEqual([
    "content/en/blog/a.md:11:1 body: warning: readers would see {{city}} as typed; write what it stands for",
  ]);
});

test.each([
  [
    "all that Markdown has",
    "# A\n\n## B\n\n**bold** and *this*, 2 * 3 ** 4\n\n> a\n\n- b\n\n    more\n\n1. c\n\n---\n",
  ],
  ["links and notes", "[a][one], <https://a.test>, [`b`](/en/contact), c[^1]\n\n[one]: /en/contact\n\n[^1]: A note.\n"],
  ["a table", "| a | b |\n| --- | --- |\n| 1 | 2 |\n| 1 |\n"],
  ["tabs", "A\tb, and\nmore\n\n1.\tOne\n2.\tTwo\n\n-\ta\n\tb\tc\n"],
  ["a heading with a line below it", "A\n===\n\nAbout us\n--------\n\nText.\n"],
  ["code with a longer fence", "Text.\n\n~~~~\n```\na\n~~~~~\n"],
  ["code", "`<br>` and `[x](a b)`\n\n```\n<br>\n## A\n```\n\n- a\n\n    ```\n    b\n    ```\n"],
  ["notes with accents", "a[^año] b[^nota-señal] c[^100%] d[^año]\n\n[^año]: A\n[^nota-señal]: B\n[^100%]: C\n"],
  [
    "marks that are escaped, or stand for themselves",
    "\\~~a \\`b \\_\\_c, name: ____, snake__case, ~100, ~~a~~ `b` __c__, x_y, ~~~ and https://a.test/__x~~y\n\nHawai`i\n",
  ],
  ["signs", "#1 in 2026, a | b, [sic], 5 < 6 & {first name}\n"],
])("%s is written as it is meant", (_name, body) => {
  expect(warningsOf(`\n${body}`)).toEqual([]);
});

test.each([
  ["Tecnología", undefined],
  ["São Paulo, À, Â, Ã, € and “quotes”", undefined],
  [
    "TecnologÃ­a",
    '11:9 file: warning: "Ã­" is here, as when a text was saved in another encoding; type the letter again',
  ],
  ["the â€œorangeâ€ one", expect.stringContaining('"â€" is here')],
  ["RegiÃ³n", expect.stringContaining('"Ã³" is here')],
  ["Regi\ufffdn", expect.stringContaining('"\ufffd" is here')],
  ["a\u0085b", expect.stringContaining("a character that nobody can see (U+0085) is here")],
])("letters that broke on their way are a warning: %j", (text, warning) => {
  const found = warningsOf(`\n${text}\n`);
  expect(found).toEqual(
    warning === undefined ? [] : [typeof warning === "string" ? `content/en/blog/a.md:${warning}` : warning],
  );
});

function warningsOf(body: string, files: Record<string, string | Uint8Array> = {}) {
  const root = temporaryContent({ "en/blog/a.md": post({}, body), "es/blog/a.md": post(), ...files });
  const { errors, warnings } = checkContent(root);
  expect(errors).toEqual([]);
  return warnings.map(problemLine);
}
