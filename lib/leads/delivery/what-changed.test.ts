import { expect, test } from "vitest";
import type { LeadFields } from "#lib/leads/form/check-form.ts";
import { whatChanged } from "./what-changed.ts";

const before: LeadFields = { name: "Ana", email: "ana@x.test", message: "We need two engineers.", company: "Acme" };

test("what is otherwise than before is named with both, what came and what went", () => {
  const now = { ...before, company: "Acme Ltd", phone: "604-555-0199" };
  expect(whatChanged({ fields: now }, { fields: before })).toEqual([
    ["Company", "Acme Ltd (before: Acme)"],
    ["Telephone", "604-555-0199 (before: nothing)"],
  ]);
  expect(whatChanged({ fields: before }, { fields: now })).toContainEqual([
    "Telephone",
    "nothing (before: 604-555-0199)",
  ]);
});

test("of a message, what was added and what was taken out stand in a line each", () => {
  const now = { ...before, message: "We need three engineers.\n\nAnd a tester." };
  expect(whatChanged({ fields: now }, { fields: before })).toEqual([
    ["Message, added", "three … And a tester."],
    ["Message, taken out", "two"],
  ]);
});

test("a message with little of the former one is called written anew, however long both are", () => {
  const words = (factor: number) => Array.from({ length: 1500 }, (_, index) => (index * factor).toString(36)).join(" ");
  expect(
    whatChanged({ fields: { ...before, message: words(7919) } }, { fields: { ...before, message: words(6007) } }),
  ).toEqual([["Message", "written anew"]]);
});

test("where only spaces changed, nothing did, and placeholders in what somebody typed stay as they are", () => {
  expect(whatChanged({ fields: { ...before, message: "We need  two engineers.\n" } }, { fields: before })).toEqual([]);
  expect(whatChanged({ fields: { ...before, company: "{before} {now}" } }, { fields: before })).toEqual([
    ["Company", "{before} {now} (before: Acme)"],
  ]);
});
