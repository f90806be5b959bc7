import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { readBody } from "./body.ts";
import { listQuestions } from "./questions.ts";

const two = `<Questions>
<Question title="Who answers?">A person. See [contact](/en/contact).</Question>
<Question title="And when it is late?">

Then it waits.

- one
- two

</Question>
</Questions>`;

test("each question becomes a heading with an anchor, one level below its section", () => {
  const { tree, headings } = bodyOf(`## Before you call\n\n${two}\n\n## After\n`);

  expect(toHtml(tree).replaceAll("\n", "")).toContain(
    '<dc-questions><dc-question title="Who answers?"><h3 id="who-answers">Who answers?</h3>' +
      '<p>A person. See <a href="/en/contact">contact</a>.</p></dc-question>' +
      '<dc-question title="And when it is late?"><h3 id="and-when-it-is-late">And when it is late?</h3>' +
      "<p>Then it waits.</p><ul><li>one</li><li>two</li></ul></dc-question></dc-questions>",
  );
  expect(headings.map(({ depth }) => depth)).toEqual([2, 3, 3, 2]);
});

test.each([
  ["no heading", "", 2],
  ["a title that is lowered", "# Costs\n\n", 3],
  ["a subsection", "## Costs\n\n### Of the team\n\n", 4],
])("under %s the questions keep the outline whole", (_name, before, depth) => {
  const { headings } = bodyOf(`${before}${two}`);
  expect(headings.slice(-2).map((heading) => heading.depth)).toEqual([depth, depth]);
});

const paragraphs = "The answer, which may be\n\nseveral *paragraphs*.";

test.each([
  ["beside its tags", `<Question title="Q">${paragraphs}</Question>`],
  ["on lines of its own", `<Question title="Q">\n${paragraphs}\n</Question>`],
  ["apart from its tags", `<Question title="Q">\n\n${paragraphs}\n\n</Question>`],
  ["beside its first tag", `<Question title="Q">${paragraphs}\n</Question>`],
  ["beside its last tag", `<Question title="Q">\n${paragraphs}</Question>`],
  ["a little further in", `  <Question title="Q"> ${paragraphs} </Question>  `],
])("an answer of several paragraphs may stand %s", (_where, question) => {
  const html = toHtml(bodyOf(`<Questions>\n${question}\n<Question title="R">One.</Question>\n</Questions>`).tree);
  expect(html.replaceAll("\n", "")).toContain(
    '<h2 id="q">Q</h2><p>The answer, which may be</p><p>several <em>paragraphs</em>.</p></dc-question>' +
      '<dc-question title="R"><h2 id="r">R</h2><p>One.</p></dc-question></dc-questions>',
  );
});

test.each([
  ["Question", "title"],
  ["Fact", "label"],
  ["Callout", "title"],
])("the text of <%s> may stand beside its tags or between them, mixed as well", (name, attribute) => {
  const list = { Question: "Questions", Fact: "Facts" }[name];
  const htmlOf = (text: string) => {
    const block = `<${name} ${attribute}="a > b">${text}</${name}>`;
    return toHtml(bodyOf(list ? `<${list}>\n${block}\n</${list}>` : block).tree).replaceAll("\n", "");
  };
  for (const text of ["One.", "One.\n\nTwo.", "- one\n- two", "One.\n\n- two", "One.\n\n```\n</Fact>\n```\n\nTwo."]) {
    if (text === "One.") expect(htmlOf(`\n${text}`)).toBe(htmlOf(`\n${text}\n`));
    else
      for (const [before, after] of [
        ["", ""],
        ["\n", ""],
        ["", "\n"],
      ]) {
        if (text.startsWith("-") && before === "" && after === "") continue;
        expect(htmlOf(`${before}${text}${after}`)).toBe(htmlOf(`\n\n${text}\n\n`));
      }
  }
});

test("what is wrong after such a block is reported at its place in the file", () => {
  const text = `<Questions>\n<Question title="a">One.\n\nTwo [x](data:y).</Question>\n</Questions>\n\n<Callout titel="x">y</Callout>`;
  expect(() => bodyOf(text)).toThrow(/:13:5 .*\n.*:16:10 body: <Callout> has no attribute titel/);
  expect(() => bodyOf(`${text}\n\n{a`)).toThrow(/^content\/en\/blog\/a\.mdx:18:3 /);
});

test.each([
  ["> <Callout>One.\n>\n> Two.</Callout>", "10:3 body: put <Callout> and </Callout> on lines of their own"],
  ["Text.\n\n</Callout>", "12:2 body: closes nothing that is open here; remove it"],
  ["<Callout>\n\nx", "10:1 body: <Callout> is not closed; put </Callout> after its text"],
])("a block that cannot be read is refused with what is true of it: %j", (text, message) => {
  expect(() => bodyOf(text)).toThrow(message);
});

test("the questions of a text are listed with the words of their answers", () => {
  expect(listQuestions(bodyOf(`Text.\n\n${two}`).tree)).toEqual([
    { title: "Who answers?", answer: "A person. See contact." },
    { title: "And when it is late?", answer: "Then it waits. one two" },
  ]);
  expect(listQuestions(bodyOf("Text alone.").tree)).toEqual([]);
});

test.each([
  ["without a title", "<Questions>\n<Question>x</Question>\n</Questions>", '11:1 body: <Question> needs title="…"'],
  [
    "with a misspelt title",
    '<Questions>\n<Question titel="a">x</Question>\n</Questions>',
    "11:11 body: <Question> has no attribute titel; did you mean title?",
  ],
  [
    "without an answer",
    '<Questions>\n<Question title="a" />\n</Questions>',
    "11:1 body: <Question> needs its answer before </Question>",
  ],
  [
    "without an answer on its line",
    '<Questions>\n<Question title="a"></Question> <Question title="b">x</Question>\n</Questions>',
    "11:1 body: <Question> needs its answer before </Question>",
  ],
  [
    "with a character in its title that no feed can hold",
    '<Questions>\n<Question title="a&#8;b">x</Question>\n</Questions>',
    "11:11 body: a &#…; here names a character that nobody can see and no feed can hold; remove it",
  ],
  [
    "outside <Questions>",
    'Text.\n\n<Question title="a">x</Question>',
    "12:1 body: put <Question> between <Questions> and </Questions>",
  ],
  [
    "in another question",
    '<Questions>\n<Question title="a">\n<Question title="b">x</Question>\n</Question>\n</Questions>',
    "12:1 body: put <Question> between <Questions> and </Questions>",
  ],
  [
    "beside a paragraph",
    '<Questions>\nHello.\n\n<Question title="a">x</Question>\n</Questions>',
    "11:1 body: only <Question> stands in <Questions>",
  ],
  [
    "beside a list",
    '<Questions>\n- Hello.\n\n<Question title="a">x</Question>\n</Questions>',
    "11:1 body: only <Question> stands in <Questions>",
  ],
  [
    "on the line of <Questions>",
    '<Questions><Question title="a">x</Question></Questions>',
    "10:1 body: put <Questions> and </Questions> on lines of their own",
  ],
  ["left out", "<Questions>\n</Questions>", '10:1 body: <Questions> needs at least one <Question title="…">'],
])("a question %s is refused at its place", (_name, mdx, message) => {
  expect(() => bodyOf(mdx)).toThrow(`content/en/blog/a.mdx:${message}`);
});

/** The text stands on line 10 of the file, right after the front matter. */
function bodyOf(text: string) {
  const root = temporaryContent({ "en/blog/a.mdx": post({}, text) });
  return readBody({ file: "content/en/blog/a.mdx", locale: "en" }, root);
}
