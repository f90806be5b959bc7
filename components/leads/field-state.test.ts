import { expect, test } from "vitest";
import { formFields } from "#lib/leads/form/fields.ts";
import { fieldState } from "./field-state.ts";

test("a field says that it must be filled in, apart from those that are called optional", () => {
  const optional = formFields.inquiry.filter((name) => !fieldState({ status: "idle", values: {} }, name).required);
  expect(optional).toEqual(["phone", "team", "start"]);
});
