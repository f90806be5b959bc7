import { appendFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";

const picture = Buffer.from("no picture");

test("a text in which nothing was wrong is not read again, and says what it said", () => {
  const { root, sound } = checked();
  expect(checkContent(root, sound).sound).toEqual(sound);
  const elsewhere = Object.fromEntries(
    Object.entries(sound).map(([sign, text]) => [
      sign,
      { ...text, links: [{ href: "/en/elsewhere", line: 3, column: 1 }] },
    ]),
  );
  expect(messages(checkContent(root, elsewhere).errors)).toContain("leads to /en/elsewhere");
});

test("a text is read again when it, or a picture that it shows, is another", () => {
  const { root, sound } = checked();
  const found = () => messages(checkContent(root, sound).warnings);
  expect(found()).not.toContain("team.jpg");
  rmSync(path.join(root, "images/team.jpg"));
  expect(found()).toContain("team.jpg");
  appendFileSync(path.join(root, "en/blog/a.md"), "\n<b>\n");
  expect(found()).toContain("<b>");
});

test("a text in which something is wrong is read and told of each time", () => {
  const root = temporaryContent({ "en/blog/a.md": post({}, "\n<b>\n"), "es/blog/a.md": post({}, "\n[x](/en/nope)\n") });
  const first = checkContent(root);
  expect(messages(first.warnings)).toContain("<b>");
  expect(checkContent(root, first.sound)).toEqual(first);
});

function checked() {
  const root = temporaryContent({
    "en/blog/a.md": `${post()}\n## A heading\n\nA [link](/en/about) and ![a team](team.jpg).\n`,
    "images/team.jpg": picture,
  });
  return { root, sound: checkContent(root).sound };
}

function messages(problems: { message: string }[]): string {
  return problems.map(({ message }) => message).join("\n");
}
