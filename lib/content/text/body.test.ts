import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { readBody } from "./body.ts";

test.each([
  ["braces", "Use {name} and {{ value }}.", "<p>Use {name} and {{ value }}.</p>"],
  [
    "a script in a line",
    "Before <script>alert(1)</script> after",
    "<p>Before &#x3C;script>alert(1)&#x3C;/script> after</p>",
  ],
  ["a block of HTML", "<div onclick=x>\nhello\n</div>", "<p>&#x3C;div onclick=x>\nhello\n&#x3C;/div></p>"],
  ["HTML in a list", "- <b>one</b>", "<ul>\n<li>&#x3C;b>one&#x3C;/b></li>\n</ul>"],
  ["times of day", "From 10:30 to 11:45 :smile: ::note", "<p>From 10:30 to 11:45 :smile: ::note</p>"],
  ["comparisons", "a < b, c > d, <3", "<p>a &#x3C; b, c > d, &#x3C;3</p>"],
  ["a block of .mdx", "<Callout>hi</Callout>", "<p>&#x3C;Callout>hi&#x3C;/Callout></p>"],
  ["import in a sentence", "import duties, export rules", "<p>import duties, export rules</p>"],
])("%s in a .md file stay what they are", (_name, markdown, html) => {
  expect(htmlOf(markdown)).toBe(html);
});

test.each([
  ["links", "[x](/en/services 'Ours') <HTTPS://a.test/?q=1> [m](mailto:a@b.test) [t](tel:+57601) [h](#top)"],
  ["tables", "| a | b |\n| --- | :-: |\n| 1 | 2 |"],
  ["tasks", "- [x] done\n- [ ] open"],
  ["struck words", "~~old~~ new"],
])("%s come without style attributes and scripts", (_name, markdown) => {
  expect(htmlOf(markdown)).not.toMatch(/style|on[a-z]+=|script/);
});

test("links stay as they were written", () => {
  expect(htmlOf("[a](https://www.dreamcodesoft.com/en/projects?x=1#y)")).toBe(
    '<p><a href="https://www.dreamcodesoft.com/en/projects?x=1#y">a</a></p>',
  );
});

test("headings begin at h2 and are listed with their anchors", () => {
  const { tree, headings } = bodyOf("# Why *here*\n\n## Costs\n\n###### Small\n\n## Costs\n");

  expect(toHtml(tree)).toBe(
    [
      '<h2 id="why-here">Why <em>here</em></h2>',
      '<h3 id="costs">Costs</h3>',
      '<h6 id="small">Small</h6>',
      '<h3 id="costs-1">Costs</h3>',
    ].join("\n"),
  );
  expect(headings).toEqual([
    { depth: 2, id: "why-here", text: "Why here" },
    { depth: 3, id: "costs", text: "Costs" },
    { depth: 6, id: "small", text: "Small" },
    { depth: 3, id: "costs-1", text: "Costs" },
  ]);
});

test.each([
  ["words that other programs have named", "## **1. Salaries** {#1.-salaries}", ["1-salaries"]],
  ["an emoji", "## 🚀\n\n## 🎉", ["section", "section-1"]],
  ["signs", "## ???\n\n## — \n\n## Section", ["section", "section-1", "section-2"]],
  ["words in other scripts", "## 日本語\n\n## Москва\n\n## 1️⃣", ["日本語", "москва", expect.stringMatching(/^1/)]],
  [
    "what stands around the text",
    "## Page_content\n\n## site_menu\n\n## Article replies",
    ["page_content-1", "site_menu-1", "article-replies-1"],
  ],
  [
    "the notes",
    "## Footnote label\n\n## User content fn 1\n\nx[^1]\n\n[^1]: y",
    ["footnote-label-1", "user-content-fn-1-1", "footnote-label"],
  ],
])("a heading of %s has an id of its own", (_what, markdown, ids) => {
  expect(bodyOf(markdown).headings.map(({ id }) => id)).toEqual(ids);
});

test("headings that begin at h2 keep their level, and an accent stays in the anchor", () => {
  expect(bodyOf("## Atención al cliente\n\n### Más").headings).toEqual([
    { depth: 2, id: "atención-al-cliente", text: "Atención al cliente" },
    { depth: 3, id: "más", text: "Más" },
  ]);
});

test.each<[Locale, string, string]>([
  ["en", "Notes", "Back to the text, note 1"],
  ["es", "Notas", "Volver al texto, nota 1"],
])("footnotes speak %s", (locale, label, back) => {
  const html = toHtml(bodyOf("A figure.[^1]\n\n[^1]: Its source.", "md", locale).tree);
  expect(html).toContain(`<h2 id="footnote-label">${label}</h2>`);
  expect(html).toContain(`aria-label="${back}"`);
});

test("the words are counted without the marks", () => {
  expect(bodyOf("## Two words\n\n- and *four more*, here\n\n---\n").words).toBe(6);
});

test("a picture of content/images gets its address, one that is missing gives way to its words", () => {
  const files = { "images/Bogotá 1.jpg": "", "images/Cali: view.jpg": "" };
  expect(htmlOf("![Bogotá](<Bogotá 1.jpg>)", files)).toBe(
    '<p><img src="/images/Bogot%C3%A1%201.jpg" alt="Bogotá"></p>',
  );
  expect(htmlOf("![Bogotá][b]\n\n[b]: Bogotá%201.jpg", files)).toContain('<img src="/images/Bogot%C3%A1%201.jpg"');
  expect(htmlOf("![Cali](<Cali: view.jpg>)", files)).toContain('src="/images/Cali%3A%20view.jpg"');
  expect(htmlOf("A ![lost view](gone.jpg) here", files)).toBe("<p>A lost view here</p>");
});

test.each([
  ["[x](javascript:alert(1))", "10:1 body: this kind of link is not allowed"],
  ["[x](JavaScript&#58;alert(1))", "10:1 body: this kind of link is not allowed"],
  ["[x](<java&#10;script:alert(1)>)", "10:1 body: this kind of link is not allowed"],
  ["see <vbscript:x>", "10:5 body: this kind of link is not allowed"],
  ["[x][y]\n\n[y]: data:text/html,hi", "12:1 body: this kind of link is not allowed"],
  ["- one\n- [x](file:///etc/passwd)", "11:3 body: this kind of link is not allowed"],
  ["hi ![x](https://a.test/x.png)", "10:4 body: save the picture in content/images and write its file name alone"],
  ["![x](//a.test/x.png)", "10:1 body: save the picture in content/images and write its file name alone"],
  ["![x](data:image/png;base64,AA)", "10:1 body: save the picture in content/images and write its file name alone"],
  ["![x](../x.png)", "10:1 body: save the picture in content/images and write its file name alone"],
])("%s is refused", (markdown, message) => {
  expect(() => bodyOf(markdown)).toThrow(`content/en/blog/a.md:${message}`);
});

test("our blocks become elements with their attributes, and nothing in them is run", () => {
  const mdx = `<Figures>
<Figure value="95 %" label="of people" source="Bloomberg Línea" href="https://a.test/x" />
<Figure value="55 %" label="more" source="Accelerance" />
</Figures>

<Facts>
  <Fact label="Language">Spanish and *English*</Fact>

  <Fact label="Hours">
  UTC-5, \\{all year\\}
  </Fact>
</Facts>

<Callout title="Mind">One line.</Callout> <Callout>And another.</Callout>

<Facts><Fact label="Nested">all on one line</Fact></Facts>

<InquiryInvitation service="help-desk" />`;

  expect(toHtml(bodyOf(mdx, "mdx", "en", { "en/services/help-desk.md": "" }).tree).replaceAll("\n", "")).toBe(
    [
      '<dc-figures><dc-figure value="95 %" label="of people" source="Bloomberg Línea" href="https://a.test/x"></dc-figure>',
      '<dc-figure value="55 %" label="more" source="Accelerance"></dc-figure></dc-figures>',
      '<dc-facts><dc-fact label="Language">Spanish and <em>English</em></dc-fact>',
      '<dc-fact label="Hours"><p>UTC-5, {all year}</p></dc-fact></dc-facts>',
      '<dc-callout title="Mind">One line.</dc-callout><dc-callout>And another.</dc-callout>',
      '<dc-facts><dc-fact label="Nested">all on one line</dc-fact></dc-facts>',
      '<dc-inquiry-invitation service="help-desk"></dc-inquiry-invitation>',
    ].join(""),
  );
});

test("a quotation, a video, a gallery and a button become elements, with pictures by their address", () => {
  const mdx = `<Quote name="Ana Ruiz" role="Director" organization="Acme">
One hour *away*.
</Quote>

<Video href="https://videos.test/1" title="A day in Cali" poster="../images/día 1.jpg" duration="1:02:30" />

<Gallery>
![A desk](a.jpg "A desk")
![A door](a.jpg)

![A window](a.jpg)
</Gallery>

<Button href="/en/inquiry">Talk to *us*</Button>`;

  const html = toHtml(bodyOf(mdx, "mdx", "en", { "images/día 1.jpg": "", "images/a.jpg": "" }).tree);
  expect(html.replaceAll("\n", "")).toBe(
    [
      '<dc-quote name="Ana Ruiz" role="Director" organization="Acme"><p>One hour <em>away</em>.</p></dc-quote>',
      '<dc-video href="https://videos.test/1" title="A day in Cali" poster="/images/d%C3%ADa%201.jpg" duration="1:02:30"></dc-video>',
      '<dc-gallery><p><img src="/images/a.jpg" alt="A desk" title="A desk"><img src="/images/a.jpg" alt="A door"></p>',
      '<p><img src="/images/a.jpg" alt="A window"></p></dc-gallery>',
      '<dc-button href="/en/inquiry">Talk to <em>us</em></dc-button>',
    ].join(""),
  );
});

test("a file to keep says its kind and its size", () => {
  const files = { "files/guide-2026.pdf": "x".repeat(1_234_567) };
  expect(toHtml(bodyOf('<Download file="../files/guide-2026.pdf" title="Guide" />', "mdx", "en", files).tree)).toBe(
    '<dc-download file="guide-2026.pdf" kind="PDF" bytes="1234567" title="Guide"></dc-download>',
  );
});

test("a file that is not there is named with the nearest that is", () => {
  const read = (files: Record<string, string>) => () =>
    bodyOf('<Download title="Guide" file="guid.pdf" />', "mdx", "en", files);
  expect(read({ "files/guide.pdf": "x" })).toThrow(
    "10:25 body: content/files has no guid.pdf; did you mean guide.pdf?",
  );
  expect(read({})).toThrow("10:25 body: content/files has no guid.pdf; put the file there");
});

test.each([
  ["an unknown block", "<Calout>x</Calout>", "10:1 body: unknown block <Calout>, did you mean <Callout>?"],
  ["an HTML tag", "Hi <b>you</b>", "10:4 body: unknown block <b>; known: Figures, Figure, Facts"],
  ["a fragment", "<>x</>", "10:1 body: unknown block <>"],
  [
    "an unknown attribute",
    '<Callout\n  titel="x" />',
    "11:3 body: <Callout> has no attribute titel; did you mean title?",
  ],
  [
    "an attribute given twice",
    '<Callout title="one"\n  title="two">\nx\n</Callout>',
    "11:3 body: <Callout> has title twice; keep one of the two",
  ],
  [
    "a download of two files",
    '<Download file="a.pdf" title="x"\n  file="b.pdf" />',
    "11:3 body: <Download> has file twice; keep one of the two",
  ],
  ["a handler", '<Facts onClick="x" />', "10:8 body: <Facts> has no attribute onClick; known: none"],
  [
    "an expression for a value",
    "<Callout title={1 + 1} />",
    '10:10 body: write the attribute as text in quotes: title="…"',
  ],
  ["an attribute without a value", "<Callout title />", '10:10 body: write the attribute as text in quotes: title="…"'],
  ["a spread", "<Callout {...all} />", "10:10 body: {…} is not run; write the attributes of <Callout> one by one"],
  ["an expression", "Sum {1 + 1}", "10:5 body: what stands in { } is not run"],
  ["an expression on its own", "{process.exit()}", "10:1 body: what stands in { } is not run"],
  ["a comment", "Text {/* ask Ana */}", "10:6 body: no comment has a place here; remove it"],
  ["an import", 'import x from "node:fs"', "10:1 body: import and export are not read here"],
  ["a figure without source", '<Figure value="1" label="x" />', '10:1 body: <Figure> needs source="…"'],
  ["a figure with an empty label", '<Figure value="1" label="" source="s" />', '10:1 body: <Figure> needs label="…"'],
  [
    "a dangerous address",
    '<Figure value="1" label="x" source="s" href="javascript:x" />',
    "10:40 body: this kind of link is not allowed",
  ],
  [
    "an unknown service",
    '<InquiryInvitation service="cooking" />',
    '10:20 body: unknown service "cooking"; known: none yet',
  ],
  ["a block in a sentence", "Look: <Callout>x</Callout>", "10:7 body: put <Callout> on lines of its own"],
  ["a block in a heading", "## <Callout>x</Callout>", "10:4 body: put <Callout> on lines of its own"],
  ["a quotation of nobody", "<Quote>x</Quote>", '10:1 body: <Quote> needs name="…"'],
  ["an empty quotation", '<Quote name="x" />', "10:1 body: <Quote> needs its text before </Quote>"],
  [
    "a misspelt role",
    '<Quote name="x"\n  rol="y">z</Quote>',
    "11:3 body: <Quote> has no attribute rol; did you mean role?",
  ],
  ["a video without a title", '<Video href="https://a.test/1" />', '10:1 body: <Video> needs title="…"'],
  [
    "a video of this site",
    '<Video title="x" href="/video.mp4" />',
    "10:18 body: write the whole address at which the video is watched, from https:// on",
  ],
  [
    "an address that is none",
    '<Video title="x" href="https://" />',
    "10:18 body: write the whole address at which the video is watched",
  ],
  [
    "a duration in words",
    '<Video title="x" href="https://a.test/1" duration="3 min" />',
    '10:42 body: cannot read "3 min" as minutes and seconds; write it like 3:20 or 1:02:30',
  ],
  [
    "a poster elsewhere",
    '<Video title="x" href="https://a.test/1" poster="https://a.test/x.jpg" />',
    "10:42 body: save the picture in content/images and write its file name alone",
  ],
  [
    "text in a video",
    '<Video title="x" href="https://a.test/1">Look.</Video>',
    "10:1 body: <Video> holds no text; end it with />, and write the text below it",
  ],
  ["a button that leads nowhere", "<Button>Go</Button>", '10:1 body: <Button> needs href="…"'],
  ["a button without words", '<Button href="/en"></Button>', "10:1 body: <Button> needs its text before </Button>"],
  [
    "a link in a button",
    '<Button href="/en">Go [there](/en)</Button>',
    "10:23 body: the words of <Button> lead to its href; write them without a link",
  ],
  [
    "a gallery without pictures",
    "<Gallery>\n</Gallery>",
    "10:1 body: <Gallery> needs at least one picture, as in ![what it shows](picture.jpg)",
  ],
  ["a text in a gallery", "<Gallery>\nLook:\n</Gallery>", "11:1 body: only pictures stand in <Gallery>; move this out"],
  ["a lone <", "Text.\n\na <5", "12:4 body: Unexpected character `5` (U+0035) before name"],
  ["a lone {", "a { b", "10:6 body: Unexpected end of file in expression"],
  [
    "a figure alone",
    '<Figure value="1" label="x" source="s" />',
    "10:1 body: put <Figure> between <Figures> and </Figures>",
  ],
  ["a fact alone", '<Fact label="x">y</Fact>', "10:1 body: put <Fact> between <Facts> and </Facts>"],
  ["a text among figures", "<Figures>\nMany.\n</Figures>", "11:1 body: only <Figure> stands in <Figures>"],
  [
    "a callout among facts",
    "<Facts>\n<Callout>\nx\n</Callout>\n</Facts>",
    "11:1 body: only <Fact> stands in <Facts>; move <Callout> out of it",
  ],
  ["a list of no figures", "<Figures>\n</Figures>", "10:1 body: <Figures> needs at least one <Figure>"],
  ["an empty callout", "<Callout></Callout>", "10:1 body: <Callout> needs its text before </Callout>"],
  ["an empty fact", '<Facts>\n<Fact label="x"></Fact>\n</Facts>', "11:1 body: <Fact> needs its text before </Fact>"],
  [
    "curly quotes",
    "<Callout title=“x”>\ny\n</Callout>",
    '10:16 body: put the text of an attribute in straight quotes: name="text"',
  ],
  ...[
    ['"A "quoted" title"', 26],
    ['"A "(quoted)" title"', 20],
    ["'it's'", 21],
    ['""Quoted" title"', 24],
    ['"5" screens"', 27],
  ].map(([title, column]) => [
    `the title ${title}`,
    `<Callout>\nx\n\ny</Callout>\n\n<Callout title=${title}>\nx\n</Callout>`,
    `15:${column} body: a quote within the text of an attribute ends it; write “ and ”, ’ or &quot; there`,
  ]),
  [
    "a closing tag in small letters",
    '<Callout title="x">Text</callout>',
    "10:24 body: <Callout> is closed by </Callout>; write that in place of </callout>",
  ],
  [
    "a closing tag with a slip",
    "<Callout>\n\nText\n\n</Calout>",
    "14:1 body: <Callout> is closed by </Callout>; write that in place of </Calout>",
  ],
  [
    "an opening tag in small letters",
    "<callout>\nText\n</Callout>",
    "12:1 body: unknown block <callout>, did you mean <Callout>?",
  ],
  [
    "a block closed before the one within it",
    "<Facts>\n<Callout>\nText\n</Facts>\n</Callout>",
    "13:1 body: <Callout> is still open here; put </Callout> before </Facts>",
  ],
  [
    "a value without quotes",
    '<Figure value=55 label="x" source="y" />',
    '10:15 body: put the value in quotes: name="value"',
  ],
  ["HTML", "One<br>two", "10:1 body: <br> is no block of this site; write it as Markdown, or \\< for the sign itself"],
  [
    "a note",
    "<!-- later -->",
    "10:2 body: notes such as <!-- … --> cannot stand in a file that ends in .mdx; remove it",
  ],
  ["a bare address", "<https://a.test>", "10:8 body: write a link as [words](https://…), without < and >"],
  ["an open block", "<Callout>\n\nx", "10:1 body: <Callout> is not closed; put </Callout> after its text"],
])("%s in a .mdx file is refused at its place", (_name, mdx, message) => {
  expect(() => bodyOf(mdx, "mdx")).toThrow(`content/en/blog/a.mdx:${message}`);
});

test("a sign that .mdx cannot read is explained", () => {
  expect(() => bodyOf("a { b", "mdx")).toThrow("this file is .mdx: write { as \\{ and < as \\<, or rename it to .md");
});

test.each([
  ["c d.pdf", "rename content/files/c d.pdf to c-d.pdf, and write that name here"],
  ["files/c%20d.pdf", "rename content/files/c d.pdf to c-d.pdf, and write that name here"],
  ["old.doc", "content/files/old.doc is not offered to readers; save it as .pdf, .docx"],
  ["none.pdf", "content/files has no none.pdf; put the file there"],
])("a download %s that readers do not get is told of with what to do", (file, message) => {
  const files = { "files/c d.pdf": "%PDF-", "files/old.doc": "x" };
  const written = `<Download file="${file}" title="x" />`;
  expect(() => bodyOf(written, "mdx", "en", files)).toThrow(`10:11 body: ${message}`);
});

test("a service that another language alone has is told of as such", () => {
  const files = { "es/services/nube.md": "" };
  expect(() => bodyOf('<InquiryInvitation service="nube" />', "mdx", "en", files)).toThrow(
    'unknown service "nube"; known: none yet; it is there in es alone, so write content/en/services/nube.md first',
  );
});

test("every mistake of a text is reported at once", () => {
  expect(() => bodyOf("{a}\n\n<B />\n\n[x](data:y)", "mdx")).toThrow(/:10:1 .*\n.*:12:1 .*\n.*:14:1 /);
});

function htmlOf(markdown: string, files: Record<string, string> = {}) {
  return toHtml(bodyOf(markdown, "md", "en", files).tree);
}

/** The text stands on line 10 of the file, right after the front matter. */
function bodyOf(text: string, ending = "md", locale: Locale = "en", files: Record<string, string> = {}) {
  const file = `${locale}/blog/a.${ending}`;
  const root = temporaryContent({ ...files, [file]: post({}, text) });
  return readBody({ file: `content/${file}`, locale }, root);
}
