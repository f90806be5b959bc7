import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { messages } from "#content/en/messages.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { readBody } from "#lib/content/text/body.ts";
import { Markdown } from "./markdown.tsx";

const picture = {
  width: 960,
  height: 640,
  variants: (["avif", "webp", "jpeg"] as const).map((format) => ({ format, width: 960, file: `a-960.${format}` })),
};

test("a picture in the text comes in its variants and with its dimensions", () => {
  const html = htmlOf("![Four people at a desk](<team ñ.jpg>)", { "team ñ.jpg": picture });

  expect(html).toMatch(/<p><picture>.*<source type="image\/avif".*<\/picture><\/p>/);
  expect(html).toMatch(/<img src="\/images\/a-960\.jpeg".* width="960" height="640" alt="Four people at a desk"/);
  expect(html).not.toContain("figure");
});

test.each([
  ["alone", '![A desk](a.jpg "A desk. Photo: Ana")'],
  ["in a sentence", 'See ![A desk](a.jpg "A desk. Photo: Ana") here.'],
  ["in a link", '[![A desk](a.jpg "A desk. Photo: Ana")](/en/about)'],
  ["in a list", '- one\n\n- ![A desk](a.jpg "A desk. Photo: Ana")'],
  ["by reference", '![A desk][desk]\n\n[desk]: a.jpg "A desk. Photo: Ana"'],
])("the title of a picture %s becomes its caption, outside any paragraph", (_name, markdown) => {
  const html = htmlOf(markdown, { "a.jpg": picture });

  expect(html).toMatch(/<figure><picture>.*<\/picture><figcaption[^>]*>A desk\. Photo: Ana<\/figcaption><\/figure>/);
  expect(html).not.toMatch(/<p>(?:(?!<\/p>).)*<figure>/s);
  expect(html).not.toContain("title=");
});

test("the newsletter's form in a text is plain HTML that posts to the page of the newsletter", () => {
  const html = htmlOf("<NewsletterSignUp />", {}, "en/blog/a.mdx");

  expect(html).toMatch(/<form [^>]*action="\/en\/newsletter" method="post"/);
  expect(html).toMatch(/<label[^>]*>Email<input type="email"[^>]* name="email"/);
  expect(html).toMatch(/<input type="checkbox"[^>]* name="consent" value="on"\/><span>I agree that DreamCode stores/);
  expect(html).not.toMatch(/ id=/);
});

test("a video is a link with its poster, and asks nothing of its host", () => {
  const video = '<Video href="https://www.videos.test/1" title="A day in Cali" poster="a.jpg" duration="3:20" />';
  const html = htmlOf(video, { "a.jpg": picture }, "en/blog/a.mdx");
  expect(html).toMatch(
    /<a href="https:\/\/www\.videos\.test\/1".*<img src="\/images\/a-960\.jpeg".*alt="".*A day in Cali.*Watch on videos\.test · 3:20.*<\/a>/s,
  );
  expect(html.match(/videos\.test\/1/g)).toHaveLength(1);
  expect(html).not.toMatch(/<(iframe|video|script|style)| style=/);
});

test("a gallery shows each of its pictures in a list, with the words and captions of each", () => {
  const gallery = '<Gallery>\n![A desk](a.jpg "At work")\n![A door](b.jpg)\n</Gallery>';
  const html = htmlOf(gallery, { "a.jpg": picture, "b.jpg": picture }, "en/blog/a.mdx");
  expect(html).toMatch(/<ul.*<li.*alt="A desk".*<figcaption[^>]*>At work<.*<\/li><li.*alt="A door".*<\/li><\/ul>/s);
  expect(html).not.toContain("dc-");
});

test("a file to keep is a link that says its kind and its size", () => {
  const html = htmlOf('<Download file="a.pdf" title="The guide" />', {}, "en/blog/a.mdx");
  expect(html).toMatch(/<a href="\/files\/a\.pdf".*The guide.*PDF, (?:<!-- -->)?340 kB.*<\/a>/s);
});

test("a quotation names who said it, and a button is a link", () => {
  const html = htmlOf(
    '<Quote name="Ana" role="Director">Soon.</Quote>\n\n<Button href="/en">Go</Button>',
    {},
    "en/blog/a.mdx",
  );
  expect(html).toMatch(
    /<figure[^>]*><blockquote[^>]*>Soon\.<\/blockquote><figcaption[^>]*>Ana, Director<\/figcaption>/,
  );
  expect(html).toMatch(/<a href="\/en" class="button[^>]*>Go<\/a>/);
});

test("a picture without variants is named", () => {
  expect(() => htmlOf("![A desk](a.jpg)", { "a.jpg": undefined })).toThrow(/^content\/images\/a\.jpg has no variants/);
});

test("the columns of a table are aligned without style attributes and without old ones", () => {
  const html = htmlOf("| a | b |\n| --- | --: |\n| 1 | 2 |");

  expect(html).toContain('<td data-align="right">2</td>');
  expect(html).not.toContain("style");
});

test("a page of this site has its whole address for paper, and another site its own", () => {
  const html = htmlOf("[Hours](/en/hours), [Globy](https://globy.com/), [below](#below)\n\n## Below");

  const links = Array.from(html.matchAll(/<a [^>]*>/g), ([link]) => link);
  expect(links).toEqual([
    '<a href="/en/hours" data-address="https://dreamcode.test/en/hours">',
    '<a href="https://globy.com/">',
    '<a href="#below">',
  ]);
});

function htmlOf(markdown: string, pictures: Record<string, typeof picture | undefined> = {}, file = "en/blog/a.md") {
  const images = Object.keys(pictures).map((name) => [`images/${name}`, ""]);
  const root = temporaryContent({
    ...Object.fromEntries(images),
    [file]: post({}, markdown),
    "files/a.pdf": "x".repeat(340_000),
  });
  const { tree } = readBody({ file: `content/${file}`, locale: "en" }, root);
  return renderToStaticMarkup(
    <Markdown
      tree={tree}
      locale="en"
      siteUrl="https://dreamcode.test"
      text={messages}
      findPicture={(name) => pictures[name]}
      clients={null}
      stepFor={() => ({ href: "/en/inquiry", label: "Ask" })}
    />,
  );
}
