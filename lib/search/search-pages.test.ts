import { expect, test } from "vitest";
import type { Locale } from "#lib/i18n/locales.ts";
import type { SearchDocument } from "./search-document.ts";
import { indexOf } from "./search-index.ts";
import { searchPages } from "./search-pages.ts";

const english = [
  page("camera", "A cámara for México", "AT&T asked for it."),
  page("cloud", "Cloud", "Moving systems."),
  page("mention", "Servers", "Some systems live in the cloud. Campaigns do not."),
  page("hiring", "Hiring developers", "People to hire."),
];
const spanish = [
  page("camara", "Cámara de comercio", "Un campo distinto."),
  page("equipos", "Equipos en la nube", "La contratación de personas."),
];

test.each([
  ["camara", "camera"],
  ["CÁMARA", "camera"],
  ["Mexico", "camera"],
  ["AT&T", "camera"],
  ["hire developer", "hiring"],
  ["campai", "mention"],
  ["what is in the cloud?", "cloud mention"],
  ["the", "mention"],
])("“%s” finds %s in English", (query, found) => {
  expect(answerTo(query)).toMatchObject({ nearness: "exact", addresses: found });
});

test.each([
  ["camara", "camara"],
  ["el equipo de nubes", "equipos"],
  ["contratar", "equipos"],
])("“%s” finds %s in Spanish", (query, found) => {
  expect(answerTo(query, "es")).toMatchObject({ nearness: "exact", addresses: found });
});

test.each(["camera mejico", "developrs hirng", "campagins systms"])("a typing mistake is forgiven: %s", (query) => {
  expect(answerTo(query)).toMatchObject({ nearness: "close", count: 1 });
});

test("pages with some of the words are given when none has all", () => {
  expect(answerTo("cloud México")).toMatchObject({ nearness: "partial", count: 3 });
});

test("a title counts for more than a text", () => {
  const { pages } = searchPages(indexOf([...english].reverse(), "en"), "cloud", "en");
  expect(pages[0]?.title).toEqual([{ at: 0, text: "Cloud", isHit: true }]);
});

test("twenty pages are given, and all are counted", () => {
  const many = Array.from({ length: 30 }, (_, index) => page(`cloud-${index}`, "Cloud", "Systems."));
  const { count, pages } = searchPages(indexOf(many, "en"), "cloud", "en");
  expect([count, pages.length]).toEqual([30, 20]);
});

test.each([
  "",
  "   ",
  "?!… —",
  "T",
  "🦜🦜",
  "\u202E\u0000\uFFFD",
  "qwxyz",
  "constructor",
  "__proto__",
  "<script>",
  "*",
])("%j finds nothing", (query) => {
  expect(answerTo(query)).toMatchObject({ count: 0, addresses: "" });
});

test("a thousand words are answered", () => {
  const words = Array.from({ length: 1_000 }, (_, index) => `qwxyz${index}`);
  expect(answerTo(`cloud ${words.join(" ")}`)).toMatchObject({ nearness: "partial", addresses: "cloud mention" });
});

function page(address: string, title: string, text: string): SearchDocument {
  return { kind: "pages", address, title, description: "", keywords: "", sought: "", text };
}

function answerTo(query: string, locale: Locale = "en") {
  const index = indexOf(locale === "en" ? english : spanish, locale);
  const { pages, ...answer } = searchPages(index, query, locale);
  return { ...answer, addresses: pages.map(({ address }) => address).join(" ") };
}
