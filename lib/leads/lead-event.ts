import * as z from "zod";
import { locales } from "#lib/i18n/locales.ts";
import { formNames } from "./form-name.ts";
import type { LeadRecord } from "./lead-record.ts";

/** What the webhook sends. Its JSON Schema is published at /schemas/lead-event.json: add keys, never change one. */
export const leadEventSchema = z.object({
  type: z.enum(["lead.created", "lead.amended"]),
  timestamp: z.iso.datetime(),
  data: z.object({
    ref: z.string().describe("The reference; an amendment has that of its lead and a number."),
    amends: z.string().optional().describe("The reference of the lead that this text adds to."),
    form: z.enum(formNames),
    language: z.enum(locales),
    page: z.string().describe("Path of the page that the form was sent from."),
    name: z.string(),
    email: z.email(),
    message: z.string(),
    company: z.string().optional(),
    country: z.string().length(2).optional().describe("ISO 3166-1 alpha-2"),
    phone: z.string().optional().describe("As it was typed."),
    phone_e164: z.string().optional(),
    service: z.string().optional().describe("Its slug, as in the address of its page."),
    team: z.string().optional(),
    start: z.string().optional(),
    zone: z.string().optional().describe("IANA time zone of the visitor's office."),
  }),
});

export type LeadEvent = z.infer<typeof leadEventSchema>;

export function leadEvent(lead: LeadRecord): LeadEvent {
  const { ref, amends, form, locale, page, receivedAt, fields, phoneE164 } = lead;
  return {
    type: amends ? "lead.amended" : "lead.created",
    timestamp: receivedAt,
    data: { ref, amends, form, language: locale, page, ...fields, phone_e164: phoneE164 },
  };
}
