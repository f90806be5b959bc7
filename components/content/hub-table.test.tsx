import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { hubForTests } from "#lib/content/kinds/hub-for-tests.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { HubTable } from "./hub-table.tsx";

const cali = hubForTests();
const population = { value: 51_520_000, scope: "country", label: "habitantes en Colombia", source: "Globy" } as const;
const medellin = hubForTests({ slug: "medellin", title: "Medellín", figures: { population } });
const cordoba = hubForTests({
  slug: "cordoba",
  title: "Córdoba",
  country: "Argentina",
  timeZone: "America/Argentina/Cordoba",
});

const table = (sortedBy?: "city" | "population") =>
  renderToStaticMarkup(
    <HubTable locale="es" text={getMessages("es").hubs} hubs={[medellin, cordoba, cali]} sortedBy={sortedBy} />,
  );

const rowsOf = (html: string) =>
  Array.from(html.matchAll(/<tr.*?<\/tr>/g), ([row]) =>
    Array.from(row.matchAll(/<t[hd].*?<\/t[hd]>/g), ([cell]) =>
      cell
        .replaceAll(/<[^>]+>/g, " ")
        .replaceAll(/\s+/g, " ")
        .trim(),
    ),
  );

test("every column's title leads to the table sorted by it", () => {
  const links = Array.from(table().matchAll(/<th scope="col".*?href="(.*?)"/g), ([, href]) => href);
  const columns = ["country", "city", "population", "universities", "professionals"];
  expect(links).toEqual(columns.map((column) => `/es/hubs/by/${column}`));
});

test("only the column that sorts says so, and which way", () => {
  const sortOf = (html: string) =>
    Array.from(html.matchAll(/aria-sort="(.*?)".*?hubs\/by\/(\w+)/g), ([, ...found]) => found);
  expect(sortOf(table())).toEqual([]);
  expect(sortOf(table("city"))).toEqual([["ascending", "city"]]);
  expect(sortOf(table("population"))).toEqual([["descending", "population"]]);
});

test("the column that sorts stays where it stands in any other order", () => {
  const [titles] = rowsOf(table("population"));
  expect(titles).toEqual(["País", "Ciudades", "Población ↓", "Universidades", "Profesionales de tecnología"]);
});

test("a country is one row with its cities, and a figure of the country stands there once", () => {
  const [, colombia, argentina, ...others] = rowsOf(table());
  expect(colombia?.slice(1, 3)).toEqual(["Medellín Cali", "51,52 millones habitantes en Colombia"]);
  expect(argentina).toEqual(["Argentina", "Córdoba", "sin cifra", "sin cifra", "sin cifra"]);
  expect(others).toEqual([]);
});

test("the country where our teams are is marked in words, and no other", () => {
  const [, colombia, argentina] = rowsOf(table());
  expect(colombia?.[0]).toBe("Colombia Donde están nuestros equipos");
  expect(argentina?.[0]).toBe("Argentina");
});

test("what a source counts in a city alone stands in the row of its country as well", () => {
  const own = { ...population, value: 2_280_000, scope: "city", label: "habitantes en Cali" } as const;
  const html = renderToStaticMarkup(
    <HubTable
      locale="es"
      text={getMessages("es").hubs}
      hubs={[medellin, hubForTests({ figures: { population: own } })]}
    />,
  );
  expect(rowsOf(html)[1]?.[2]).toBe("51,52 millones habitantes en Colombia 2,28 millones habitantes en Cali");
});
