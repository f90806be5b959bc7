import { expect, test } from "vitest";
import { preferredLocale } from "./preferred-locale.ts";

test.each([
  ["es-CO,es;q=0.9,en;q=0.8", "es"],
  ["en-CA,fr-CA;q=0.9", "en"],
  ["fr,es;q=0.5,en;q=0.4", "es"],
  ["en;q=0.2,es-419;q=0.9", "es"],
  ["de-DE", "en"],
  ["*", "en"],
  ["", "en"],
  [undefined, "en"],
  ["../../etc;q=x,\u0000", "en"],
  ["es-a,es-!", "en"],
  ["en-GB-oed, zh-min-nan, sgn-BE-FR, es;q=0.1", "es"],
  ["de-1996-1996, en-en-en", "en"],
  ["x".repeat(10_000), "en"],
])("a reader who asks for %.40j reads %s", (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
