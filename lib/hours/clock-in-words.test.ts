import { expect, test } from "vitest";
import { getMessages } from "#lib/i18n/messages.ts";
import { clockInWords } from "./clock-in-words.ts";

test.each([
  ["America/Bogota", "en", "In January, the same time as New York; in July, 1 hour behind New York"],
  ["America/Bogota", "es", "En enero, la misma hora de Nueva York; en julio, 1 hora menos que en Nueva York"],
  ["America/Sao_Paulo", "en", "In January, 2 hours ahead of New York; in July, 1 hour ahead of New York"],
  ["America/Santiago", "en", "In January, 2 hours ahead of New York; in July, the same time as New York"],
  ["America/Toronto", "en", "All year, the same time as New York"],
  ["America/St_Johns", "es", "Todo el año, 1 hora y 30 minutos más que en Nueva York"],
] as const)("the clock of %s in %s is told beside that of New York", (timeZone, locale, words) => {
  expect(clockInWords(timeZone, 2026, locale, getMessages(locale).clock)).toBe(words);
});
