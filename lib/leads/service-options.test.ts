import { expect, test } from "vitest";
import { getServices } from "#lib/content/kinds/service.ts";
import { serviceOptions } from "./service-options.ts";

test.each([
  ["en", "Not sure yet", "Several of these"],
  ["es", "Todavía no lo sé", "Varios de estos"],
] as const)("whoever cannot choose a service says so at the end of the list: %s", (locale, notSure, several) => {
  const options = serviceOptions(locale);
  expect(options.slice(0, -2).map(({ value }) => value)).toEqual(getServices(locale).map(({ slug }) => slug));
  expect(options.slice(-2)).toEqual([
    { value: "not-sure", label: notSure },
    { value: "several", label: several },
  ]);
});
