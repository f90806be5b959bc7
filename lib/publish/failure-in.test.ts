import { expect, test } from "vitest";
import { failureIn } from "./failure-in.ts";

const code = "0123456789abcdef0123456789abcdef";
const warning = "content/en/blog/a.md:1:1 translation: warning: has no pair in es";
const link = 'content/en/pages/canada.mdx:12:3 link: "/en/blog/gone" leads nowhere';
const gone = `2 addresses of the site are gone, and readers know them. Put them back, or add to content/redirects.yaml:
  - from: /en/blog/gone
    to: /en/blog
  - from: /es/blog/gone
    to: /es/blog`;

test("of links to a deleted article and its own address both are told, with the lines to copy", () => {
  const log = `Updating a1..b2\n${link}\n\n${warning}\ncontent: 1 errors, 1 warnings\n${gone}\nsearch: 3\nNothing was published.\n`;
  expect(failureIn(log)).toBe(`${link}\n\n${gone}`);
});

test("where the address alone is wrong, its lines are told and nothing else", () => {
  expect(failureIn(`images: 3 pictures\n${gone}\nNothing was published.\n`)).toBe(gone);
});

test("no secret address of a draft is told, whatever says it", () => {
  const address = `https://a.test/en/preview/${code}`;
  const dead = `1 addresses lead nowhere:\n  /en/blog/gone, which /en/preview/${code} leads to`;
  for (const log of [
    `To be shown to whoever has the address:\n  ${address}  content/en/blog/a.md\nfatal: no room\n`,
    `${dead}\n`,
  ]) {
    expect(failureIn(log)).toContain("/en/preview/…");
    expect(failureIn(log)).not.toContain(code);
  }
});
