import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";

test.each([
  ["✅ One\n✅ Two\n✅ Three", "11:1", "✅"],
  ["Text:\n✔ One\n✗ Two", "12:1", "✔"],
  ["✔️ One\n✔️ Two", "11:1", "✔️"],
  ["☑ One\n☐ Two", "11:1", "☑"],
  ["✓One\n✓Two", "11:1", "✓"],
  ["➤ One\n➤ Two", "11:1", "➤"],
  ["→ One\n→ Two", "11:1", "→"],
  ["⇒ One\n⇒ Two", "11:1", "⇒"],
  ["★ One\n★ Two", "11:1", "★"],
  ["◆ One\n❖ Two", "11:1", "◆"],
  ["👉🏽 One\n👩‍💻 Two", "11:1", "👉🏽"],
  ["👩‍💻 One\n🚀 Two", "11:1", "👩‍💻"],
  ["1️⃣ One\n2️⃣ Two", "11:1", "1️⃣"],
  ["① One\n② Two", "11:1", "①"],
  ["❶ One\n❷ Two", "11:1", "❶"],
  ["🇨🇴 Colombia\n🇨🇦 Canadá", "11:1", "🇨🇴"],
  ["🚀 **One**: a\n**🎯 Two**: b", "11:1", "🚀"],
  ["🚀 [One](/en/contact)\n🎯 `two`", "11:1", "🚀"],
  ["> Text:\n> ✅ One\n> ✅ Two", "12:3", "✅"],
  ["- ✅ One\n  ✅ Two", "11:3", "✅"],
  ["Text:  \n✅ One\n✅ Two  \n✅ Three", "12:1", "✅"],
])("lines that begin with a sign and run together are one warning: %j", (text, place, mark) => {
  expect(warningsOf(text)).toEqual([
    `${place} body: warning: ${mark} begins no list, and these lines run together; write - and a space before it, on each line`,
  ]);
});

test.each([
  ["1- One\n2- Two", "11:1", "1-"],
  ["1-One\n2-Two", "11:1", "1-"],
  ["Text:\n1º One\n2º Two", "12:1", "1º"],
  ["1.º One\n2.º Two", "11:1", "1.º"],
  ["1ª. One\n2ª. Two", "11:1", "1ª."],
  ["1: One\n2: Two", "11:1", "1:"],
  ["[1] https://a.test\n[2] https://b.test", "11:1", "[1]"],
])("so are lines that begin with a number as Markdown knows none: %j", (text, place, mark) => {
  expect(warningsOf(text)).toEqual([
    `${place} body: warning: ${mark} begins no list, and these lines run together; write 1. and a space in place of it, on each line`,
  ]);
});

test.each(["3-year plans\n4-year plans", "9:30 One\n10:30 Two", "1- One\n3- Three", "2º One\n1º Two"])(
  "%j is no such list",
  (text) => expect(warningsOf(text)).toEqual([]),
);

test.each([
  ["a. One\nb. Two", "11:1", "a."],
  ["Text:\nA. One\nB. Two\nC. Three", "12:1", "A."],
  ["Text: a. One\nb. Two\nc. Three", "12:1", "b."],
  ["i. One\nii. Two\niii. Three", "11:1", "i."],
  ["I. One\nII. Two", "11:1", "I."],
  ["iv. One\nv. Two", "11:1", "iv."],
  ["i) One\nii) Two", "11:1", "i)"],
  ["(a) One\n(b) Two", "11:1", "(a)"],
  ["(1) One\n(2) Two", "11:1", "(1)"],
  ["a.- Uno\nb.- Dos", "11:1", "a.-"],
  ["(i) One\n(ii) **Two**", "11:1", "(i)"],
  ["> a. One\n> b. Two", "11:3", "a."],
])("lines that count with letters or numbers and run together are one warning: %j", (text, place, mark) => {
  expect(warningsOf(text)).toEqual([
    `${place} body: warning: ${mark} begins no list, and these lines run together; write - and a space before it, on each line`,
  ]);
});

test.each([
  "✅ One  \n✅ Two  \n✅ Three",
  "✅ One\\\n✅ Two",
  "a. One  \nb. Two",
  "✅ One\n\n✅ Two",
  "a. One\n\nb. Two",
  "- ✅ One\n- ✅ Two",
  "✅ One alone, and\nother words",
  "Thanks 🎉\nto all 🎉",
  "🎉🎉🎉\n🎉🎉🎉",
  "© 2026 DreamCode\n© 2025 Others",
  "® One\n™ Two",
  "A. m.\na. m.",
  "a. m.\np. m.",
  "i. e. this\ne. g. that",
  "J. Smith\nK. Jones",
  "J. Smith\nA. Jones",
  "a. One\nc. Three",
  "(1) One, and\n(3) Three",
  "a. One\nB. Two",
  "a. One\nb) Two",
  "A well-known\na. One\nand no more",
  "Text.\n\n```\n✅ One\n✅ Two\na. One\nb. Two\n```",
  "| a |\n| --- |\n| ✅ One |\n| ✅ Two |",
])("what is kept apart, or only looks like a list, is none: %j", (text) => {
  expect(warningsOf(text)).toEqual([]);
});

test("a mark that Word leaves is not called so twice", () => {
  expect(warningsOf("► One\n► Two")).toEqual([expect.stringContaining("readers would see ► before a line")]);
});

/** Of a text that begins on line 11. */
function warningsOf(text: string) {
  const root = temporaryContent({ "en/blog/a.md": post({}, `\n${text}\n`), "es/blog/a.md": post() });
  const { errors, warnings } = checkContent(root);
  expect(errors).toEqual([]);
  return warnings.map((problem) => problemLine(problem).replace("content/en/blog/a.md:", ""));
}
