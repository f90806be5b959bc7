import { z } from "zod";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { country, list, oneOf } from "#lib/content/source/fields.ts";
import { memoizeContent } from "#lib/content/source/memoize-content.ts";
import { readYamlFile, soundValue } from "#lib/content/source/read-yaml-file.ts";
import { defaultLocale, type Locale, locales } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { readServices } from "./service.ts";

/** In the order of the file: the first rule that fits decides. */
export type RoutingRule = { form?: string; service?: string; country?: string; language?: Locale; to: string[] };

export function getRouting(root = contentRoot): RoutingRule[] {
  return soundValue(readRouting(root)).rules;
}

export const readRouting = memoizeContent(
  (root: string) => {
    const services = new Set(locales.flatMap((locale) => readServices(root, locale).files.map(({ name }) => name)));
    return readYamlFile(root, "routing.yaml", routingSchema([...services]));
  },
  () => ["routing.yaml", ...locales.map((locale) => `${locale}/services`)],
);

function routingSchema(services: string[]) {
  const rule = z
    .strictObject({
      // Content knows of no form but by its words.
      form: oneOf("form", Object.keys(getMessages(defaultLocale).form.notSent)).optional(),
      service: oneOf("service", services).optional(),
      country: country.optional(),
      language: z.enum(locales, `is one of ${locales.join(", ")}`).optional(),
      to: list(z.email("write an address like sales@company.com"))
        .refine((addresses) => addresses.length > 0, "names nobody; write at least one address")
        .refine(
          (addresses) => new Set(addresses.map((address) => address.toLowerCase())).size === addresses.length,
          "names an address twice; remove one of them",
        ),
    })
    .refine(
      ({ form, service, country, language }) => form ?? service ?? country ?? language,
      "fits every lead; name a form, a service, a country or a language, or use LEADS_TO",
    );
  return z.strictObject({ rules: list(rule).superRefine(refuseUnreachable) });
}

/** All that a rule asks for, one above it has asked for before. */
function refuseUnreachable(rules: RoutingRule[], context: z.RefinementCtx) {
  rules.forEach((rule, index) => {
    const before = rules
      .slice(0, index)
      .findIndex((other) => conditions.every((key) => !other[key] || other[key] === rule[key]));
    if (before < 0) return;
    const message = `never decides: rule ${before + 1} of this file fits all that it fits; move it above that one`;
    context.addIssue({ code: "custom", path: [index], message });
  });
}

const conditions = ["form", "service", "country", "language"] as const;
