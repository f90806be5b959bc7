import { expect, test } from "vitest";
import type { Hub } from "#lib/content/kinds/hub.ts";
import { hubForTests } from "#lib/content/kinds/hub-for-tests.ts";
import { sortedHubs } from "./sorted-hubs.ts";

const hubs = [
  hub("Medellín", "Colombia", 64),
  hub("Zapopan", "México"),
  hub("Bogotá", "Colombia"),
  hub("Ávila", "Brasil", 475),
];

test.each([
  ["city", ["Ávila", "Bogotá", "Medellín", "Zapopan"]],
  ["country", ["Ávila", "Bogotá", "Medellín", "Zapopan"]],
  ["professionals", ["Ávila", "Medellín", "Bogotá", "Zapopan"]],
  ["population", ["Ávila", "Bogotá", "Medellín", "Zapopan"]],
] as const)(
  "by %s, names go from A to Z and numbers from the largest, what is not counted last",
  (column, expected) => {
    expect(sortedHubs(hubs, column, "es").map(({ title }) => title)).toEqual(expected);
  },
);

test("countries go before cities when sorted by country", () => {
  const two = [hub("Asunción", "Paraguay"), hub("Zárate", "Argentina")];
  expect(sortedHubs(two, "country", "es").map(({ title }) => title)).toEqual(["Zárate", "Asunción"]);
});

function hub(title: string, country: string, professionals?: number): Hub {
  const figure = { scope: "country", label: "people", source: "a count" } as const;
  const figures = professionals ? { professionals: { value: professionals, ...figure } } : {};
  return hubForTests({ slug: title, title, country, figures });
}
