import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { registry } from "#lib/content/kinds/registry.ts";
import { kinds } from "#lib/content/source/content-folder.ts";
import { fixedPages } from "#lib/i18n/fixed-pages.ts";
import { locales } from "#lib/i18n/locales.ts";
import { formNames } from "#lib/leads/form/form-name.ts";
import { type FirstStep, firstStepFor, firstStepFrom, firstStepOn, ownPages } from "./first-step.ts";

const entries = locales.flatMap((locale) => kinds.flatMap((kind) => [...registry[kind].get(locale)]));
const entry = (file: string) => {
  const found = entries.find((one) => one.file === `content/${file}`);
  if (!found) throw new Error(`no ${file}`);
  return firstStepOn(found);
};

test.each<[string, FirstStep]>([
  [
    "en/services/help-desk-and-technical-support.mdx",
    { href: "/en/inquiry?service=help-desk-and-technical-support", label: "Ask about a help desk" },
  ],
  [
    "es/industries/healthcare.mdx",
    { href: "/es/inquiry?service=customer-service-and-back-office", label: "Pregunte por un equipo para salud" },
  ],
  ["en/hubs/cali.md", { href: "/en/inquiry", label: "Ask about Cali" }],
  ["en/pages/canada.mdx", { href: "/en/inquiry", label: "Ask about a team for Canada" }],
  ["es/pages/about.mdx", { href: "/es/inquiry", label: "Cuéntenos qué necesita" }],
  ["en/pages/privacy.mdx", { href: "/en/contact", label: "Ask about your data" }],
])("%s leads to a form in words of its own", (file, step) => {
  expect(entry(file)).toEqual(step);
});

test("an article leads to the form of its first service, in the words of that service", () => {
  const article = entries.find((one) => one.kind === "blog" && one.services.length > 0);
  if (article?.kind !== "blog") throw new Error("no article names a service");
  expect(firstStepOn(article)).toEqual(firstStepFor(article.locale, article.services[0]));
  expect(firstStepOn({ ...article, services: [] })).toEqual(firstStepFor(article.locale, undefined));
});

test("each page that is a folder of its own leads to a form, or is one", () => {
  const root = "app/[locale]";
  const folders = readdirSync(root).filter((name) => existsSync(`${root}/${name}/page.tsx`) && !name.startsWith("["));
  const sections = fixedPages.flatMap(({ pathIn }) => pathIn("en").split("/")[2] ?? []);
  const texts = entries.flatMap((one) => (one.kind === "pages" ? [one.slug] : []));
  const known: string[] = [...Object.keys(ownPages), ...formNames, ...texts];
  expect([...folders, ...sections].filter((name) => !known.includes(name))).toEqual([]);
});

test("every first step leads to a form of its language, in a few words", () => {
  for (const locale of locales) {
    const steps = [
      ...(Object.keys(ownPages) as (keyof typeof ownPages)[]).map((page) => firstStepFrom(page, locale)),
      ...entries.filter((one) => one.locale === locale).map(firstStepOn),
    ];
    for (const { href, label } of steps) {
      expect(href).toMatch(new RegExp(`^/${locale}/(inquiry|contact)(\\?service=[a-z-]+)?$`));
      expect(label.length).toBeLessThanOrEqual(40);
    }
    expect(new Set(steps.map(({ label }) => label)).size).toBeGreaterThan(20);
  }
});
