import { AsyncLocalStorage } from "node:async_hooks";
import { expect, onTestFinished, test } from "vitest";
import { getServices } from "#lib/content/kinds/service.ts";
import { readText } from "#lib/content/source/content-folder.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { question, questions } from "./question.ts";

const add = question("a sum", (a: number, b: number, root = 0) => a + b + root);
const twice = question("twice a sum", (a: number) => 2 * add(a, a));

test("a page keeps what it has asked, by the words of its question and not by those of the answer's own questions", () => {
  const asked = onPage(() => {
    expect(add(1, 2)).toBe(3);
    expect(add(1, 2, 4)).toBe(7);
    expect(twice(3)).toBe(12);
  });
  expect(asked).toEqual([
    ["a sum", 1, 2],
    ["a sum", 1, 2],
    ["twice a sum", 3],
  ]);
});

test("nothing is kept outside of a page, and a question can be asked again by its name", () => {
  expect(add(1, 2)).toBe(3);
  expect(questions.get("a sum")?.(...([2, 3] as never[]))).toBe(5);
});

test("what takes long to answer is told by its sign", () => {
  question(
    "long",
    (name: string) => `a long answer to ${name}`,
    (name: string) => name.length,
  );
  expect(questions.get("long")?.(...(["four"] as never[]))).toBe(4);
});

test("a page that reads content by itself is not made", () => {
  const root = temporaryContent({ "en/blog/a.md": post() });
  expect(onPage(() => getServices("en"))).toEqual([["services", "en"]]);
  expect(() => onPage(() => readText(root, "content/en/blog/a.md"))).toThrow("which is in the answer of no question");
});

test("what fails does not count as an answer under way", () => {
  const broken = question("broken", () => {
    throw new Error("no answer");
  });
  expect(() => broken()).toThrow("no answer");
  expect(onPage(() => add(1, 2))).toEqual([["a sum", 1, 2]]);
});

function onPage(make: () => void): unknown[] {
  const pageUpdate = new AsyncLocalStorage<string[]>();
  Object.assign(globalThis, { pageUpdate });
  onTestFinished(() => void Reflect.deleteProperty(globalThis, "pageUpdate"));
  const asked: string[] = [];
  pageUpdate.run(asked, make);
  return asked.map((one) => JSON.parse(decodeURIComponent(one)));
}
