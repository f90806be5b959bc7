import { expect, test } from "vitest";
import { formFields } from "#lib/leads/form/fields.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import { fieldState } from "./field-state.ts";

test("a field says that it must be filled in, apart from those that are called optional", () => {
  const optionalIn = (form: FormName) =>
    formFields[form].filter((name) => !fieldState(form, { status: "idle", values: {} }, name).required);
  expect(optionalIn("inquiry")).toEqual(["phone", "team", "start"]);
  expect(optionalIn("application")).toEqual(["phone", "message"]);
});
