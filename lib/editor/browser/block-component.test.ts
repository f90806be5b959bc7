import { expect, test } from "vitest";
import { editorConfig } from "#lib/editor/editor-config.ts";
import { blockComponent, pictureComponent, tableComponent } from "./block-component.ts";

const { blocks, table, picture } = editorConfig(
  "en",
  { repository: undefined, siteUrl: "http://localhost:3000" },
  "content",
);

test.each([
  `<Figures>\n<Figure value="+55%"   label="in 2024" source="Bloomberg" />\n</Figures>`,
  `<Facts>\n<Fact label="Time zone">UTC−5, all year</Fact>\n</Facts>`,
  `<Callout title="A title">Text.</Callout>`,
  `<Questions>\n<Question title="Who?">\nWe.\n\nAnd you.\n</Question>\n</Questions>`,
  `<Quote name="Ana" role="CEO">What\nthey said.</Quote>`,
  `<Gallery>\n![One](first.jpg "Its caption")\n</Gallery>`,
  `<Video href="https://a.test/?v=1" title='no' />`,
  `<Video href="https://a.test/?v=1" title="It" poster="a.jpg" />`,
  `<InquiryInvitation service="cloud" />`,
  `<NewsletterSignUp />`,
])("%s that nobody changed is written as it was, or is left to the text", (written) => {
  const component = blocks.map(blockComponent).find(({ pattern }) => pattern.test(written));
  const match = component?.pattern.exec(written);
  if (!component || !match) return expect(written).toContain("'");
  expect(component.toBlock(component.fromBlock(match))).toBe(written);
});

test("a block that was changed is written anew, with its file by its name", () => {
  const download = blocks.map(blockComponent).find(({ id }) => id === "Download");
  expect(download?.toBlock({ file: "/files/guide.pdf", title: 'The "guide"' })).toBe(
    `<Download file="guide.pdf" title="The &quot;guide&quot;" />`,
  );
  const figures = blocks.map(blockComponent).find(({ id }) => id === "Figures");
  expect(figures?.toBlock({ rows: [{ value: "1", label: "a", source: "b" }] })).toBe(
    `<Figures>\n<Figure value="1" label="a" source="b" />\n</Figures>`,
  );
});

test("a table is edited as it is written", () => {
  const { pattern, fromBlock, toBlock } = tableComponent(table);
  const written = "| a | b |\n| --- | --: |\n| 1 \\| 2 | 3 |";
  const match = pattern.exec(`${written}\n\nBelow.`);
  expect(match && toBlock(fromBlock(match))).toBe(written);
});

test.each([
  "![A port](port.jpg)",
  '![A \\[port\\]](<a port.jpg> "Its caption")',
  "![](Bogot%C3%A1%201.jpg)",
  "![A](a(1).jpg)",
])("the picture %s that nobody changed is written as it was", (written) => {
  const { pattern, fromBlock, toBlock } = pictureComponent(picture);
  const match = pattern.exec(`Before ${written} behind.`);
  expect(match && toBlock(fromBlock(match))).toBe(written);
});

test("a picture that was chosen is in the text by its name, once it has one", () => {
  const { toBlock } = pictureComponent(picture);
  expect(toBlock({ src: "/images/a port.jpg", alt: "A port", title: 'Its "caption"' })).toBe(
    '![A port](<a port.jpg> "Its ”caption”")',
  );
  expect(toBlock({ src: "blob:http://localhost/1-2", alt: "A port" })).toBe("![A port](blob:http://localhost/1-2)");
  expect(toBlock({})).toBe("");
});

test("no block is drawn in the text, where it would be told anew whenever its fields come or go", () => {
  const components = [...blocks.map(blockComponent), tableComponent(table), pictureComponent(picture)];
  expect(components.filter(({ mode }) => mode !== "dialog")).toEqual([]);
});
