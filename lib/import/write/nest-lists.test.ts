import path from "node:path";
import { expect, test } from "vitest";
import { filesForTests, importForTests } from "#lib/import/import-for-tests.ts";

const small = `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span>`;

test.each([
  [
    "a page of Google Docs",
    `<ul class="c1 lst-kix_ab-0 start"><li>One</li></ul><ul class="lst-kix_ab-1 start"><li>Deep</li></ul><ol class="lst-kix_ab-2 start" start="1"><li>Deeper</li></ol><ul class="lst-kix_ab-0"><li>Two</li></ul><ol class="lst-kix_cd-0 start"><li>Other</li><li>More</li></ol>`,
  ],
  [
    "a page of Word",
    `<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·${small}</span></span><![endif]>One<o:p></o:p></p>

<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o${small}</span>Deep</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level3 lfo1'><span style='mso-list:Ignore'>${small}1.${small}</span>Deeper</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·${small}</span>Two</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.${small}</span>Other</p>
<p class=MsoListNumber style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.${small}</span>More</p>`,
  ],
  [
    "a filtered page of Word",
    `<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in'><span style='font-family:Symbol'>·${small}</span>One</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:1.0in;text-indent:-.25in'><span style='font-family:"Courier New"'>o${small}</span>Deep</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:1.5in;text-indent:-.25in'>1.${small}Deeper</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-.25in'><span style='font-family:Symbol'>·${small}</span>Two</p>
<p class=MsoListParagraph style='margin-left:36.0pt'>1.${small}Other</p>
<p class=MsoListParagraph style='margin-left:36.0pt'>2.${small}More</p>`,
  ],
])("the lists of %s are lists, each in its place", async (_name, lists) => {
  const page = `<html><body><div class=WordSection1><h1>The title</h1><p class=MsoNormal>Text.</p>${lists}<p>End.</p></div></body></html>`;
  const { texts, errors } = await importForTests(path.join(filesForTests({ "a.html": page }), "a.html"));
  expect(errors).toEqual([]);
  expect(texts["content/en/blog/the-title.md"]?.split("---\n\n")[1]).toBe(
    "Text.\n\n- One\n  - Deep\n    1. Deeper\n- Two\n\n1. Other\n2. More\n\nEnd.\n",
  );
});

test("a paragraph of a list of Word without a sign stays a paragraph", async () => {
  const page = "<h1>The title</h1><p class=MsoListParagraph>As it goes on.</p>";
  const { texts } = await importForTests(path.join(filesForTests({ "a.html": page }), "a.html"));
  expect(texts["content/en/blog/the-title.md"]).toMatch(/\n\nAs it goes on\.\n$/);
});
