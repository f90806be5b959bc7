import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { findArticle } from "#lib/content/kinds/article.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { entryText } from "#lib/pages/entry-text.ts";
import { plainBody } from "./plain-body.ts";

const site = "http://localhost:3000";

test.each([
  ["a link of the site", "[x](/en/contact)", `<p><a href="${site}/en/contact">x</a></p>`],
  ["a link to a place in the text", "## Here\n\n[x](#here)", `<p><a href="${site}/en/blog/a#here">x</a></p>`],
  ["a link to another site", "[x](https://example.com/y)", '<p><a href="https://example.com/y">x</a></p>'],
  [
    "figures",
    '<Figures>\n<Figure value="+55%" label="hiring in 2024" source="Bloomberg" href="https://example.com" />\n</Figures>',
    '<li><strong>+55%</strong> hiring in 2024 (Source: <a href="https://example.com">Bloomberg</a>)</li>',
  ],
  [
    "a figure without an address",
    '<Figures>\n<Figure value="95" label="universities" source="Globy" />\n</Figures>',
    "<li><strong>95</strong> universities (Source: Globy)</li>",
  ],
  ["facts", '<Facts>\n<Fact label="Time zone">UTC−5</Fact>\n</Facts>', "<li><strong>Time zone:</strong> UTC−5</li>"],
  [
    "a fact of two paragraphs",
    '<Facts>\n<Fact label="Time zone">\nUTC−5\n\nAll year.\n</Fact>\n</Facts>',
    "<li><strong>Time zone:</strong> <p>UTC−5</p><p>All year.</p></li>",
  ],
  [
    "a callout",
    '<Callout title="Note">\nSee [this](/en/hours).\n</Callout>',
    `<blockquote><p><strong>Note</strong></p><p>See <a href="${site}/en/hours">this</a>.</p></blockquote>`,
  ],
  [
    "questions",
    '<Questions>\n<Question title="Who pays?">\nYou do.\n</Question>\n</Questions>',
    '<div><div><h2 id="who-pays">Who pays?</h2><p>You do.</p></div></div>',
  ],
  ["an invitation", '<InquiryInvitation service="cloud" />', `<a href="${site}/en/inquiry?service=cloud">`],
  [
    "a quotation",
    '<Quote name="Ana" organization="Acme">\nOne hour.\n</Quote>',
    "<blockquote><p>One hour.</p><p>— Ana, Acme</p></blockquote>",
  ],
  [
    "a video",
    '<Video href="https://www.videos.test/1" title="A day" duration="3:20" />',
    '<div><p><a href="https://www.videos.test/1">A day</a> (Watch on videos.test · 3:20)</p></div>',
  ],
  [
    "a file",
    '<Download file="guide.pdf" title="The guide" />',
    `<p><a href="${site}/files/guide.pdf">The guide</a> (PDF, 2 kB)</p>`,
  ],
  ["a button", '<Button href="/en/inquiry">Talk to us</Button>', `<p><a href="${site}/en/inquiry">Talk to us</a></p>`],
  ["a sign-up", "<NewsletterSignUp />", `<a href="${site}/en/newsletter">Sign up</a></p>`],
])("%s reads well elsewhere", (_name, body, html) => {
  const written = toHtml(plainBody(...articleWith(body)));
  expect(written.replaceAll(/\n\s*/g, "")).toContain(html);
  expect(written).not.toContain("<dc-");
});

test.each([
  ["alone", "PICTURE"],
  ["in a callout", "<Callout>\nText.\n\nPICTURE\n</Callout>"],
  ["in a fact", '<Facts>\n<Fact label="Where">\nText.\n\nPICTURE\n</Fact>\n</Facts>'],
  ["in a gallery", "<Gallery>\nPICTURE\n</Gallery>"],
  ["in a question", '<Questions>\n<Question title="Where?">\nPICTURE\n</Question>\n</Questions>'],
])("the address of a picture %s is whole, and once", (_where, body) => {
  const article = articleWith(body.replace("PICTURE", "![The office](office.jpg)"), {
    "images/office.jpg": Buffer.from([0xff, 0xd8, 0xff]),
  });
  const images = folderForTests();
  writeFileSync(join(images, "manifest.json"), "{}");
  expect(toHtml(plainBody(...article, images))).toContain(`<img src="${site}/images/office.jpg" alt="The office">`);
});

test("an article as Markdown has its title, its words in short, and its address", () => {
  const text = entryText(...articleWith("Text with a *stress*.\n\n<Callout>\nA note.\n</Callout>"));
  expect(text).toBe(
    [
      "# Teams \\*and\\* time",
      "",
      "> What a company in Toronto can expect from a support team in Medellín, with hours, roles and first steps.",
      "",
      `By Ana María. April 2, 2025. Updated May 6, 2025. <${site}/en/blog/a>`,
      "",
      "Text with a *stress*.",
      "",
      "> A note.",
      "",
    ].join("\n"),
  );
});

test("the Markdown of an article has what its blocks say", () => {
  const video = '<Video href="https://videos.test/1" title="A day" poster="a.jpg" />';
  const gallery = "<Gallery>\n![A desk](a.jpg)\n![A door](a.jpg)\n</Gallery>";
  const [article, root] = articleWith(`${video}\n\n${gallery}\n\n<Quote name="Ana">Soon.</Quote>`, {
    "images/a.jpg": Buffer.from([0xff, 0xd8, 0xff]),
  });
  const images = folderForTests();
  writeFileSync(join(images, "manifest.json"), "{}");
  const text = entryText(article, root, images);
  expect(text.slice(text.indexOf("[!["))).toBe(
    [
      `[![A day](${site}/images/a.jpg)](https://videos.test/1)`,
      "[A day](https://videos.test/1) (Watch on videos.test)",
      `![A desk](${site}/images/a.jpg) ![A door](${site}/images/a.jpg)`,
      "> Soon.\n>\n> — Ana\n",
    ].join("\n\n"),
  );
});

test("an article by several says all of them", () => {
  const root = temporaryContent({
    "es/blog/a.md": post({ url: "a", author: "[luz, ana]" }),
    "authors/luz.yaml": "name: Luz\n",
  });
  const article = findArticle("es", "a", root);
  expect(article && entryText(article, root)).toContain("\nPor Luz y Ana María. 2 de abril de 2025.");
});

function articleWith(body: string, files: Record<string, Buffer> = {}) {
  const front = { url: "a", title: '"Teams *and* time"', author: "ana", updated: "2025-05-06" };
  const root = temporaryContent({
    "en/blog/a.mdx": post(front, `\n${body}\n`),
    "en/services/cloud.md": "---\nmetaTitle: Cloud\n---\n",
    "files/guide.pdf": Buffer.alloc(2048),
    ...files,
  });
  const article = findArticle("en", "a", root);
  if (!article) throw new Error("the article is there");
  return [article, root] as const;
}
