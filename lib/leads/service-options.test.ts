import { expect, test } from "vitest";
import { getServices } from "#lib/content/kinds/service.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { serviceOptions, serviceTitle, serviceValues } from "./service-options.ts";

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

test("a service of one language alone is taken from its form, and has a title in every language", () => {
  const service = (title: string) =>
    [
      "---",
      `title: ${title}`,
      "metaTitle: It",
      "meta_description: What it is.",
      "summary: What it is.",
      "ask: Ask",
      "order: 1",
      "audience: You",
      "outcome: It",
      "start: Now",
      "---",
      "",
      "Text.",
    ].join("\n");
  const root = temporaryContent({
    "en/services/cloud.md": service("Cloud"),
    "es/services/nube-propia.md": service("Nube propia"),
  });
  expect(serviceValues(root)).toEqual(expect.arrayContaining(["cloud", "nube-propia", "not-sure", "several"]));
  expect(serviceTitle("nube-propia", "en", root)).toBe("Nube propia");
  expect(serviceTitle("gone", "en", root)).toBe("gone");
});
