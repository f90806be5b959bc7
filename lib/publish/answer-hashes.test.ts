import { expect, test } from "vitest";
import { question } from "#lib/question.ts";
import { answerHashes } from "./answer-hashes.ts";

const asked = (...words: unknown[]) => encodeURIComponent(JSON.stringify(words));

test("each answer has a hash that differs with the answer alone", () => {
  let title = "A";
  question("title for a test", (slug: string) => ({ slug, title, names: new Map([["en", title]]) }));
  const [one, other] = [asked("title for a test", "a"), asked("title for a test", "b")];
  const before = answerHashes([one, other, one]);
  expect(Object.keys(before)).toEqual([one, other]);
  expect(before[one]).not.toBe(before[other]);
  expect(answerHashes([one, other])).toEqual(before);
  title = "B";
  expect(answerHashes([one])).not.toEqual({ [one]: before[one] });
});

test("the text of an entry that is gone has another hash, and stops nothing", () => {
  const gone = asked("body", "content/en/blog/gone.md", "en");
  expect(answerHashes([gone])[gone]).toMatch(/^[\w-]{22}$/);
});

test("a question that no module asks is a fault of the program", () => {
  expect(() => answerHashes([asked("unknown")])).toThrow('imports no module with the question "unknown"');
});

test("so is an answer that has no words", () => {
  question("a function for a test", () => ({ find: () => 1 }));
  expect(() => answerHashes([asked("a function for a test")])).toThrow("which has no hash");
});
