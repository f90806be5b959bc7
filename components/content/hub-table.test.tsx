import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { hubForTests } from "#lib/content/kinds/hub-for-tests.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { HubTable } from "./hub-table.tsx";

const cali = hubForTests();
const population = { value: 51_520_000, scope: "country", label: "habitantes en Colombia", source: "Globy" } as const;
const medellin = hubForTests({ slug: "medellin", title: "Medellín", figures: { population } });

const table = (sortedBy?: "city" | "population") =>
  renderToStaticMarkup(
    <HubTable locale="es" text={getMessages("es").hubs} hubs={[medellin, cali]} sortedBy={sortedBy} />,
  );

test("every column's title leads to the table sorted by it", () => {
  const links = Array.from(table().matchAll(/<th scope="col".*?href="(.*?)"/g), ([, href]) => href);
  const columns = ["city", "country", "population", "universities", "professionals"];
  expect(links).toEqual(columns.map((column) => `/es/hubs/by/${column}`));
});

test("only the column that sorts says so, and which way", () => {
  const sortOf = (html: string) =>
    Array.from(html.matchAll(/aria-sort="(.*?)".*?hubs\/by\/(\w+)/g), ([, ...found]) => found);
  expect(sortOf(table())).toEqual([]);
  expect(sortOf(table("city"))).toEqual([["ascending", "city"]]);
  expect(sortOf(table("population"))).toEqual([["descending", "population"]]);
});

test("the column that sorts stands next to the names, in the titles and in every row", () => {
  const rows = Array.from(table("population").matchAll(/<tr.*?<\/tr>/g), ([row]) =>
    Array.from(row.matchAll(/<t[hd].*?<\/t[hd]>/g), ([cell]) => cell.replaceAll(/<[^>]+>/g, "")),
  );
  expect(rows[0]).toEqual(["Ciudad", "Población↓", "País", "Universidades", "Profesionales de tecnología"]);
  expect(rows[2]?.slice(0, 3)).toEqual(["Cali", "sin cifra", "Colombia"]);
});

test("a figure is shown with what it counts, and a missing one is said to be missing", () => {
  const cells = Array.from(table().matchAll(/<td[^>]*>(.*?)<\/td>/g), ([, cell = ""]) =>
    cell.replaceAll(/<[^>]+>/g, "|"),
  );
  expect(cells[1]).toMatch(/51,52\smillones\|+habitantes en Colombia/);
  expect(cells.slice(-3)).toEqual(["sin cifra", "sin cifra", "sin cifra"]);
});
