import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";

const rest = "as typed; write it as Markdown, or remove it";

test.each([
  ["a shortcode of Hugo", '{{< figure src="https://a.test/x.jpg" >}}', '1:1 {{< figure src="https://a.test/x.jpg" >…'],
  ["one with Markdown in it", "Text {{% notice *tip* %}}", "1:6 {{% notice tip %}}"],
  ["a variable", "Hello {{ page.title }}", "1:7 {{ page.title }}"],
  ["a tag of Liquid", "{% include note.html %}", "1:1 {% include note.html %}"],
  ["the name of a heading", "## Costs {#costs}", "1:10 {#costs}"],
  ["that of Google Docs", "## **1. Salaries** {#1.-salaries}", "1:20 {#1.-salaries}"],
  ["that of a question", "## ¿Cuánto cuesta? {#¿cuánto-cuesta?}", "1:20 {#¿cuánto-cuesta?}"],
  ["that of quoted words", "## In practice {#“nearshore”-in-practice}", "1:16 {#“nearshore”-in-practice}"],
  ["a superscript of Pandoc", "The 21^st^ of May", "1:7 ^st^"],
  ["one of a unit", "Of 100 m^2^, n.^o^ 5", "1:9 ^2^ and the like (2 times)"],
  ["a class", "Text.\n{.lead}", "2:1 {.lead}"],
  ["a class of kramdown", "Text.{: .lead }", "1:6 {: .lead }"],
  ["an attribute", '[a](/en/contact){target="_blank"}', '1:17 {target="_blank"}'],
  ["the size of a picture", "Text {width=300 height=50%}", "1:6 {width=300 height=50%}"],
  ["a heading of Jira", "Text\nh2. Costs", "2:1 h2. Costs"],
  ["a box of Jira", "{info:title=Costs} Text", "1:1 {info:title=Costs}"],
  ["a link of Jira", "See [our page|https://a.test/x].", "1:5 [our page|https://a.test/x]"],
  ["the words of a definition", "Nearshore\n: In the same hours.", "2:1 : In the same hours."],
  ["an abbreviation", "*[UTC]: Universal time", "1:1 *[UTC]: Universal time"],
  ["a table of contents", "[TOC]", "1:1 [TOC]"],
  ["another", "[[toc]]", "1:1 [[toc]]"],
  ["that of GitLab", "[[_TOC_]]", "1:1 [[TOC]]"],
  ["that of kramdown", "- x\n{:toc}", "2:1 {:toc}"],
  ["a link of a wiki", "See [[Bogotá]].", "1:5 [[Bogotá]]"],
  ["a picture of Obsidian", "![[team.jpg]]", "1:1 ![[team.jpg]]"],
  ["a callout of GitHub", "> [!NOTE]\n> Text.", "1:3 [!NOTE]"],
  ["a callout of Obsidian", "> [!tip]- Text", "1:3 [!tip]-"],
  ["a box of Docusaurus", ":::note\n\nText.\n\n:::", "1:1 :::note"],
  ["a box of MkDocs", '!!! note "A title"', '1:1 !!! note "A title"'],
  ["a shortcode of WordPress", '[contact-form-7 id="5"]', '1:1 [contact-form-7 id="5"]'],
  ["a row of WPBakery", "[vc_row][vc_column]Text", "1:1 [vc_row] and the like (2 times)"],
  ["a row of Divi", "[et_pb_row]Text[/et_pb_row]", "1:1 [et_pb_row] and the like (2 times)"],
  ["a comment of MDX over paragraphs", "{/* ask Ana\n\nor Luz */}", "1:1 {/* ask Ana"],
  ["a comment of MDX", "Text {/* ask Ana */}", "1:6 {/* ask Ana */}"],
  ["a gallery", "[gallery ids=1,2]", "1:1 [gallery ids=1,2]"],
  ["a link with a space in it", "See [our page] (https://a.test/x) now", "1:5 [our page] (https://a.test/x)"],
  ["a picture with a space in it", "![Our desks] (plain.jpg)", "1:1 ![Our desks] (plain.jpg)"],
  ["one with words below it", '![] (our desks.PNG "Bogotá")', '1:1 ![] (our desks.PNG "Bogotá")'],
  ["a link the wrong way round", "See (our page)[/en/contact].", "1:5 (our page)[/en/contact]"],
  ["a comment of Obsidian", "Text %%not for readers%%", "1:6 %%not for readers%%"],
  ["one that goes over lines", "%%not\nfor readers%%", "1:1 %%not"],
  ["one over paragraphs", "%% not\n\nfor readers", "1:1 %% not"],
  ["a comment of Google Docs", "Text.\n\n[a]Is this true?", "3:1 [a]"],
  ["a place that Word's exports leave", "[]{#_Toc123 .anchor}Costs", "1:3 {#_Toc123 .anchor}"],
  ["what Obsidian marks", "A ==marked== word", "1:3 ==marked=="],
  ["a formula", "So $$y = x$$ holds", "1:4 $$y = x$$"],
  ["a formula of LaTeX", "So `x` \\(x^2 = 4\\) holds", "1:8 \\(x^2 = 4\\)"],
  ["one on lines of its own", "Text\n\\[\ny = \\frac a b\n\\]", "2:1 \\["],
  ["one in a heading", "## Costs \\(c_1\\)", "1:10 \\(c_1\\)"],
  ["the name of an emoji", "We grow :rocket:", "1:9 :rocket:"],
  ["another emoji", "(:+1:)", "1:2 :+1:"],
  ["a table of reStructuredText", "+---+---+\n| a | b", "1:1 +---+---+"],
  ["a source that a program left", "A fact.【4†source】", "1:8 【4†source】"],
  ["a character of HTML, written twice", "A&amp;nbsp;word", "1:2 &nbsp;"],
  ["a mark beside an address", "Ask a@b.test, see [x](/en) or [gallery ids=1].", "1:31 [gallery ids=1]"],
  ["HTML", "A <b>word", "1:3 <b>"],
  ["what Gemini leaves", "A fact [cite_start]here.", "1:8 [cite_start]"],
  ["a source of ChatGPT", "A fact (oai_citation:1‡x).", "1:8 (oai_citation:1‡x)"],
  [
    "a reference that Word has lost",
    "See Error! Reference source not found.",
    "1:5 Error! Reference source not found.",
  ],
  [
    "the same in Spanish",
    "Vea ¡Error! No se encuentra el origen de la referencia.",
    "1:5 ¡Error! No se encuentra el origen de la…",
  ],
  ["the place of a paragraph", "A text. ^abc123", "1:9 ^abc123"],
  ["a property", "collapsed:: true", "1:1 collapsed:: true"],
  ["bold of a wiki", "A '''bold''' word", "1:3 '''bold'''"],
  ["a heading of AsciiDoc", "== Costs", "1:1 == Costs"],
  ["a heading of LaTeX", "\\section{Costs}", "1:1 \\section{Costs}"],
  ["a source of DeepSeek", "A fact [citation:1].", "1:8 [citation:1]"],
  ["one of Perplexity", "A fact [web:12].", "1:8 [web:12]"],
  ["one of ChatGPT, without its marks", "A fact citeturn0search0turn1news2.", "1:8 citeturn0search0turn1news2"],
  ["one with them", "A fact \ue200cite\ue202turn0search0\ue201.", "1:8 \ue200cite\ue202turn0search0\ue201"],
  ["one of a file", "A fact fileciteturn0file1", "1:8 fileciteturn0file1"],
  ["one of Grok", 'A fact <grok:render card_id="a">', '1:8 <grok:render card_id="a">'],
  ["a paragraph of Word", "A fact <o:p>", "1:8 <o:p>"],
  ["an address of a wiki", "See [https://a.test our page].", "1:5 [https://a.test our page]"],
  ["a link of Org", "See [[https://a.test][our page]].", "1:5 [[https://a.test][our page]]"],
  ["a link of a forum", "See [url=https://a.test]our page", "1:5 [url=https://a.test]"],
  ["a piece of one", "A [b=x] thing[/b]", "1:14 [/b]"],
  ["a new page of LaTeX", "Text.\n\\newpage", "2:1 \\newpage"],
  ["the same in another word", "\\pagebreak", "1:1 \\pagebreak"],
  ["an escaped letter", "espa\\u00f1ol", "1:5 \\u00f1"],
])("%s is one warning, which says what readers would see", (_what, text, warning) => {
  const [place, mark] = [warning.slice(0, warning.indexOf(" ")), warning.slice(warning.indexOf(" ") + 1)];
  const [line = "", column] = place.split(":");
  expect(warningsOf(text)).toEqual([`${Number(line) + 10}:${column} body: warning: readers would see ${mark} ${rest}`]);
});

test.each(["Ø\t", "ü\t", "ü ", "v\t", "q\t", "n\t", "l\t", "l\u00a0 ", "à\t", "þ\t"])(
  "letters that Word shows as bullets are a warning, and no table: %j",
  (mark) => {
    const warning = new RegExp(
      `^12:1 body: warning: readers would see ${mark[0]} before a line and the like \\(2 times\\)`,
    );
    expect(warningsOf(`Text:\n${mark}One\n${mark}Two`)).toEqual([expect.stringMatching(warning)]);
    expect(warningsOf(`${mark}One\n\n${mark}Two\n\nText.`)).toEqual([
      expect.stringMatching(/^11:1 body: warning: readers would see . before a line/u),
    ]);
    expect(warningsOf(`Text.\n\n> ${mark}One\n> ${mark}Two\n> ${mark}Three`)).toEqual([
      expect.stringMatching(/^13:3 body: warning: readers would see . before a line and the like \(3 times\)/u),
    ]);
  },
);

test.each(["•", "· ", "▪", "●", "\uf0b7", "o\t", "§ a", "– a\n– ", "— a\n\n— "])(
  "lines of Word that begin with %s are a warning",
  (mark) => {
    expect(warningsOf(`Text:\n\n${mark} one`)).toEqual([
      expect.stringMatching(
        /^13:1 body: warning: readers would see . before a line.* as typed; write - before each line of a list/u,
      ),
    ]);
  },
);

test.each([
  "[Your Name]",
  "[your company]",
  "[Your phone number here]",
  "[Insert figure]",
  "[insert link here]",
  "[Add a quote]",
  "[Company Name]",
  "[CLIENT NAME]",
  "[Date]",
  "[Su nombre]",
  "[su empresa]",
  "[Tu cargo]",
  "[Nombre de la empresa]",
  "[nombre del cliente]",
  "[Inserte una imagen]",
  "[INSERTAR ENLACE]",
  "[Agregue una cifra]",
  "[Fecha]",
  "[TODO: write]",
  "[TODO write the end]",
  "[todo: ask Ana]",
  "[TBD: price]",
  "[tbc]",
  "[FIXME]",
  "[image]",
  "[Image: a team]",
  "[Photo of team]",
  "[Screenshot: the desk]",
  "[Foto del equipo]",
  "[Imagen aquí]",
  "[link]",
  "[enlace aquí]",
  "[text goes here]",
  "[placeholder]",
  "[citation needed]",
  "[add example]",
  "[Add the source of this]",
  "[date]",
  "[por definir]",
  "[A CONFIRMAR]",
  "[to be confirmed]",
  "[completar]",
  "[Agregar fuente]",
  "[añadir cifra]",
  "[PENDIENTE: foto]",
  "*|FNAME|*",
  "*|LIST:COMPANY|*",
  "Lorem ipsum",
])("what a template left to be filled in is a warning: %s", (place) => {
  expect(warningsOf(`Text.\n\nAsk ${place}, or **${place}**.`)).toEqual([
    `13:5 body: warning: readers would see ${place} and the like (2 times) ${rest}; for ${place} write what it stands for`,
  ]);
});

test("within a line too, where a sentence begins", () => {
  expect(warningsOf("We begin in May. TODO: ask Ana")).toEqual([
    `11:18 body: warning: readers would see TODO: ask Ana ${rest}; for TODO: ask Ana write what it stands for`,
  ]);
});

test.each(["TODO: write this.", "FIXME: the figure", "TBD : who"])(
  "a line left to be written is a warning: %s",
  (line) => {
    expect(warningsOf(`Text.\n\n- ${line}`)).toEqual([
      `13:3 body: warning: readers would see ${line} ${rest}; for ${line} write what it stands for`,
    ]);
  },
);

test("a post of another program's is one warning, however much is wrong with it", () => {
  const text = [
    '<div class="post"><p>One</p>',
    "",
    '<img src="a.jpg"> and <b>two</b>',
    "",
    '[caption id="a"]x[/caption]',
    "",
    "{{< a >}} and {{< b >}}",
    "",
    "• one",
    "• two",
  ].join("\n");
  expect(warningsOf(text)).toEqual([
    "11:1 body: warning: readers would see HTML (<div> and so on, 4 tags), " +
      '[caption id="a"] and the like (2 times) from line 15 on, {{< a >}} and the like (2 times) from line 17 on, ' +
      "• before a line and the like (2 times) from line 19 on as typed; " +
      "write - before each line of a list, and all else as Markdown, or remove it",
  ]);
});

test.each([
  ["words in brackets", "He said so [sic], and [1] too [or not]. [x]: see [the list] {a, b} {x} {first name}"],
  ["what only looks so", "100%% sure [1] (see below) == R&D; a==b $5 or $6 (or [7]) (see)[1]"],
  [
    "times, prices and sets",
    "From 10:30 to 11:45 for $5.50, 3 < 5 {1} ::note a:b:c 10:30:45 :a: std::x:: 50 % off!! !important",
  ],
  ["numbers of telephones", "+\u00a057 601 000 0000\n+1 604"],
  ["brackets that are escaped", "\\[sic\\] \\(c\\) \\[first_name\\] and \\[1\\], 1\\) a = b \\(see"],
  [
    "links and words that look like what a template leaves",
    "[Your Name](/en/contact) [Company Name][c], [Date] [Your Turn] is [your turn], [Your team] [add to that] [his name]\n\n" +
      "[c]: /en/contact\n[Date]: /en/contact\n[your turn]: /en/contact",
  ],
  [
    "addresses in brackets",
    "[https://a.test], [https://a.test, read in May], [see https://a.test or https://b.test now]",
  ],
  [
    "what an editor puts into another's words",
    "We did [todo] and [all], [the date], [dates], [an image], [in the photo], [sic], […], [1], [2024], [PDF], [Video], " +
      "[add a little], [includes a name], [links], [complete], [completa], [por ejemplo], [a fin de mes]",
  ],
  ["capitals", "TODO INCLUIDO. LO TIENE TODO: diseño y soporte. A text of ipsum, |A| *|* a|B|"],
  ["links named like a place", "[link](/en/contact), [image](/en/contact), [Foto: Ana][c]\n\n[c]: /en/contact"],
  ["code", "`\\(x^2\\)` `:rocket:` `{{ x }}`, `[TOC]` and `<br>`\n\n```\n{% x %}\n• one\n[!NOTE]\n```"],
  ["a letter alone", "v\tOne\n\nText.\n\nØ 10 mm\nØ 20 mm\n\nn\tOne\nText\n\ny más\ny menos"],
  ["a dash before what is said", "— Hola, dijo.\n\nText.\n\n– No.\n\n> Words.\n> — Ana"],
  ["an o, a law and a point", "o más\n\n§ 5 de la ley\n\nA · B · C\n\n1.º lugar"],
  ["Markdown", "- [ ] open\n- [x] done\n\n[a](/en/contact), **b** & [c][d]\n\n[d]: /en/about-us-nowhere.\n"],
])("%s are no warning", (_what, text) => {
  expect(warningsOf(text)).toEqual([]);
});

/** Of a text that begins on line 11. */
function warningsOf(text: string) {
  const root = temporaryContent({ "en/blog/a.md": post({}, `\n${text}\n`), "es/blog/a.md": post() });
  const file = "content/en/blog/a.md:";
  return checkContent(root)
    .warnings.map(problemLine)
    .map((line) => line.replace(file, ""));
}
