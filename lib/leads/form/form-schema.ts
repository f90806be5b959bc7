import * as z from "zod/mini";
import { isTimeZone } from "#lib/hours/is-time-zone.ts";
import { countries } from "#lib/i18n/countries.ts";
import { cleanAddress, emailTrouble } from "./email-address.ts";
import { fieldLimits } from "./field-limits.ts";
import type { FormName } from "./form-name.ts";
import type { LeadErrorCode } from "./lead-error-code.ts";
import { normaliseLine, normaliseText } from "./normalise.ts";

/** The rules of each form. One schema for the browser and the server: the messages are codes, never sentences. */
export function formSchema(form: FormName, services: readonly string[]) {
  switch (form) {
    case "contact":
      return contactSchema;
    case "inquiry":
      return inquirySchema(services);
    case "newsletter":
      return newsletterSchema;
    case "reply":
      return replySchema;
  }
}

// A letter may be typed as itself and its marks, and a line end as two characters. What is longer is not even cleaned.
const typedFor = 4;

const name = required(text(normaliseLine, fieldLimits.name, "name_long"), "name_missing");
const message = text(normaliseText, fieldLimits.message, "message_long");
const consent = z.literal("on", code("consent_missing"));
const consentToShow = z.literal("on", code("reply_consent_missing"));
const consentToMail = z.literal("on", code("newsletter_consent_missing"));

const email = z.pipe(
  z.pipe(
    z.string(),
    z.transform((typed) => cleanAddress(typed.trim())),
  ),
  z.string().check(
    z.superRefine((address, context) => {
      const trouble = emailTrouble(address);
      if (trouble) context.addIssue({ code: "custom", message: trouble });
    }),
  ),
);

const contactSchema = z.object({ name, email, message: required(message, "message_missing"), consent });
const newsletterSchema = z.object({ email, consent: consentToMail });
const replySchema = z.object({
  article: z.pipe(z.string(), z.transform(plausibleSlug)),
  name,
  email,
  message: required(message, "reply_missing"),
  consent: consentToShow,
});

function inquirySchema(services: readonly string[]) {
  return z.object({
    name,
    email,
    company: required(text(normaliseLine, fieldLimits.company, "company_long"), "company_missing"),
    country: choice(countries, "country_missing", "country_unknown"),
    phone: text(normaliseLine, fieldLimits.phone, "phone_long"),
    service: choice(services, "service_missing", "service_unknown"),
    team: text(normaliseLine, fieldLimits.team, "team_long"),
    start: text(normaliseLine, fieldLimits.start, "start_long"),
    zone: z.pipe(z.string(), z.transform(knownZone)),
    message: required(message, "inquiry_missing"),
    consent,
  });
}

/** A hidden field that nobody typed is no reason to refuse a lead: what is no time zone is left out. */
function knownZone(value: string): string {
  return isTimeZone(value) ? value : "";
}

/** No reason to refuse a reply either: an article may have moved while its page was open. */
function plausibleSlug(value: string): string {
  return /^[a-z0-9._-]{1,200}$/i.test(value) ? value : "";
}

function text(clean: (value: string) => string, max: number, long: LeadErrorCode) {
  const trimmed = z.pipe(
    z.string(),
    z.transform((typed) => typed.trim()),
  );
  const bounded = z.string().check(z.maxLength(typedFor * max, code(long)));
  return z.pipe(
    z.pipe(z.pipe(trimmed, bounded), z.transform(clean)),
    z.string().check(z.refine((value) => value.length <= max || [...value].length <= max, code(long))),
  );
}

function required<Schema extends z.ZodMiniType<string, string>>(schema: Schema, missing: LeadErrorCode) {
  return schema.check(z.refine((value) => value !== "", code(missing)));
}

function choice(options: readonly string[], missing: LeadErrorCode, unknown: LeadErrorCode) {
  return z.string().check(
    z.refine((value) => value !== "", { error: missing, abort: true }),
    z.refine((value) => options.includes(value), code(unknown)),
  );
}

/** A misspelt or untranslated code does not compile. */
function code(name: LeadErrorCode): LeadErrorCode {
  return name;
}
