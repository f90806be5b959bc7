import * as z from "zod";
import { messages } from "#content/en/messages.ts";
import { locales } from "#lib/i18n/locales.ts";
import { type CampaignParameter, campaignParameterNames } from "#lib/leads/attribution/campaign-parameters.ts";
import { toldToPrograms } from "#lib/leads/decide/record-event.ts";
import { leadFieldNames } from "#lib/leads/form/fields.ts";
import { formNames } from "#lib/leads/form/form-name.ts";
import type { LeadRecord } from "#lib/leads/store/lead-record.ts";

const text = z.string().optional();

const campaign = Object.fromEntries(campaignParameterNames.map((name) => [name, text])) as Record<
  CampaignParameter,
  typeof text
>;

const attributionSchema = z
  .object({
    first: z
      .object({
        ...campaign,
        landing: text.describe("Path of the page of ours that the campaign or the other site led to."),
        referrer: text.describe("The page of another site that they came from, without its query."),
      })
      .optional(),
    last: z
      .object({
        page: text.describe("Path of the page of ours that the form was opened from."),
        referrer: text,
      })
      .optional(),
  })
  .describe("How they say they found the site. Anybody can write these texts.");

const said = {
  ...(Object.fromEntries(leadFieldNames.map((name) => [name, text])) as Record<
    (typeof leadFieldNames)[number],
    typeof text
  >),
  name: z.string().describe("Empty where the form asks for none: a newsletter sign-up."),
  // Its own pattern stops addresses that the forms take, jose@ñandú.co for one.
  email: z.string().describe("As it was typed; the domain may have letters outside of ASCII."),
  message: z.string().describe("Empty for a newsletter sign-up."),
  country: z.string().length(2).optional().describe("ISO 3166-1 alpha-2"),
  phone: text.describe("As it was typed."),
  service: text.describe(
    `Its slug, as in the address of its page; or ${Object.keys(messages.form.undecided).join(" or ")}.`,
  ),
  article: text.describe("The article that is replied to: the last part of its address."),
  opening: text.describe("The opening that is applied for: the last part of its address."),
  cv: text.describe("The address of an applicant's CV, as it was typed."),
  zone: text.describe("IANA time zone of the visitor's office."),
};

const leadSchema = z.object({
  type: z.enum(["lead.created", "lead.amended"]),
  timestamp: z.iso.datetime(),
  data: z.object({
    ref: z.string().describe("The reference; an amendment has that of its lead and a number."),
    amends: z.string().optional().describe("The reference of the lead that this text adds to."),
    form: z.enum(formNames),
    language: z.enum(locales),
    page: z.string().describe("Path of the page that the form was sent from."),
    ...said,
    phone_e164: text,
    attribution: attributionSchema.optional(),
  }),
});

/** What somebody of the team said of a lead of which a program was told, or that it was erased. */
export const leadDecisionSchema = z.object({
  type: z.enum(toldToPrograms.map((what) => `lead.${what}` as const)),
  timestamp: z.iso.datetime(),
  data: z.object({
    ref: z.string().describe("The reference of the lead that it is about."),
    by: z.string().describe("An address of the team, or what did it: `command line`, `RETENTION_DAYS`."),
  }),
});

/** What the webhook sends. Its JSON Schema is published at /schemas/lead-event.json: add keys, never change one. */
export const leadEventSchema = z.union([leadSchema, leadDecisionSchema]);

export type LeadEvent = z.infer<typeof leadEventSchema>;
export type LeadDecision = z.infer<typeof leadDecisionSchema>;

export function leadEvent(lead: LeadRecord): z.infer<typeof leadSchema> {
  const { ref, amends, form, locale, page, receivedAt, fields, phoneE164, attribution } = lead;
  return {
    type: amends ? "lead.amended" : "lead.created",
    timestamp: receivedAt,
    data: { ref, amends, form, language: locale, page, ...fields, phone_e164: phoneE164, attribution },
  };
}
