import { expect, test } from "vitest";
import type { Locale } from "#lib/i18n/locales.ts";
import { locales } from "#lib/i18n/locales.ts";
import { searchDocuments } from "./search-documents.ts";
import { indexOf } from "./search-index.ts";
import { searchPages } from "./search-pages.ts";
import { soughtWords } from "./sought-words.ts";

const indexes = { en: indexOf(searchDocuments("en"), "en"), es: indexOf(searchDocuments("es"), "es") };

test.each<[Locale, string, string]>([
  ["en", "react", "/en/services/custom-software"],
  ["en", "QA", "/en/services/staff-augmentation"],
  ["en", "DevOps", "/en/services/cloud"],
  ["en", "NDA", "/en/vendor"],
  ["en", "HIPAA", "/en/industries/healthcare"],
  ["en", "price", "/en/services/staff-augmentation"],
  ["en", "time zone", "/en/hours"],
  ["en", "clients", "/en/projects"],
  ["es", "react", "/es/services/custom-software"],
  ["es", "QA", "/es/services/staff-augmentation"],
  ["es", "DevOps", "/es/services/cloud"],
  ["es", "confidencialidad", "/es/vendor"],
  ["es", "HIPAA", "/es/industries/healthcare"],
  ["es", "precios", "/es/services/staff-augmentation"],
  ["es", "zona horaria", "/es/hours"],
  ["es", "clientes", "/es/projects"],
])("in %s, “%s” finds %s among the first", (locale, query, address) => {
  const { nearness, pages } = searchPages(indexes[locale], query, locale);
  expect(nearness).toBe("exact");
  const shown = query.includes(" ") || /^clien/.test(query) ? 1 : 3;
  expect(pages.slice(0, shown).map((page) => page.address)).toContain(address);
});

test("what is sought leads to pages that are there", () => {
  for (const locale of locales) {
    const there = indexes[locale].documents.map(({ address }) => address);
    const named = soughtWords.flatMap(({ pages }) => pages.map((page) => `/${locale}${page}`));
    expect(named.filter((address) => !there.includes(address))).toEqual([]);
  }
});
