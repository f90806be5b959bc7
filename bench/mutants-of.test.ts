import { expect, test } from "vitest";
import { mutantsOf } from "./mutants-of.ts";

test.each<[source: string, mutants: string[]]>([
  ["if (a < 1) b++;", [";", "if (!(a < 1)) b++;", "if (a <= 1) b++;", "if (a >= 1) b++;", "if (a < 2) b++;"]],
  ["if (a) b(); else c();", ["if (!(a)) b(); else c();", "if (a) ; else c();", "if (a) b(); else ;"]],
  ["x = a ?? b;", ["x = a && b;"]],
  [
    "x = !a || b ? 1 : d;",
    ["x = !(!a || b) ? 1 : d;", "x = !a && b ? 1 : d;", "x = a || b ? 1 : d;", "x = !a || b ? 2 : d;"],
  ],
  ["x = a * 60_000 + 1;", ["x = a * 60_000 - 1;", "x = a / 60_000 + 1;", "x = a * 60001 + 1;", "x = a * 60_000 + 2;"]],
  ['x = "a" + b + c;', ['x = "" + b + c;']],
  ["x = [true, `é${a}`];", ["x = [];", "x = [false, `é${a}`];", "x = [true, ``];"]],
  ["await a.b?.();", [";"]],
  ["function f() { g(); }", ["function f() {}", "function f() { ; }"]],
  ["x = () => ({ a });", ["x = () => (undefined);"]],
  [
    "x = db.where('a', '=', b).execute();",
    ["x = db.execute();", "x = db.where(\"\", '=', b).execute();", "x = db.where('a', \"\", b).execute();"],
  ],
])("%s is changed in each way", (source, mutants) => {
  expect(
    mutantsOf("a.ts", source).map(({ start, end, after }) => source.slice(0, start) + after + source.slice(end)),
  ).toEqual(mutants);
});

test.each([
  '"use server";',
  'import a from "b";',
  'export { a } from "b";',
  'type A = "a" | 1;',
  'interface B { a: "a" }',
  'x = { "a-b": c, d };',
])("%s is left as it is, for it does nothing or would not start", (source) => {
  expect(mutantsOf("a.ts", source)).toEqual([]);
});

test("what is said of a type inside of an expression is left alone, and a change knows its line", () => {
  expect(mutantsOf("a.tsx", 'x =\n  (y as "a")! satisfies 1 && <a b="c" />;')).toMatchObject([
    { line: 2, after: '(y as "a")! satisfies 1 || <a b="c" />' },
    { line: 2, before: '"c"', after: '""' },
  ]);
});
