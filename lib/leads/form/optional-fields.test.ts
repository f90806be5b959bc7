import { expect, test } from "vitest";
import { getMessages } from "#lib/i18n/messages.ts";
import { optionalFields } from "./optional-fields.ts";

test.each([
  ["en", /^Optional fields: .*“Team size”.*, and “[^”]+”\.$/],
  ["es", /^Campos opcionales: .*“Tamaño del equipo”.* y “[^”]+”\.$/],
] as const)("what may be left empty is said in %s by the names that the forms use", (locale, sentence) => {
  expect(optionalFields(getMessages(locale).form, locale)).toMatch(sentence);
});
