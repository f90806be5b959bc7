import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { readBody } from "./body.ts";
import { listQuestions } from "./questions.ts";
import { post, temporaryContent } from "./temporary-content.ts";

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
