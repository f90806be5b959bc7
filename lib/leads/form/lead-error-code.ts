/** Codes only: the sentences are in content/{locale}/messages.ts, under `leadErrors`. */
const leadErrorCodes = [
  "name_missing",
  "name_long",
  "email_missing",
  "email_format",
  "email_several",
  "email_long",
  "company_missing",
  "company_long",
  "country_missing",
  "country_unknown",
  "phone_long",
  "service_missing",
  "service_unknown",
  "team_long",
  "start_long",
  "message_missing",
  "message_long",
  "inquiry_missing",
  "reply_missing",
  "consent_missing",
  "newsletter_consent_missing",
  "reply_consent_missing",
] as const;
export type LeadErrorCode = (typeof leadErrorCodes)[number];

export function isLeadErrorCode(value: string): value is LeadErrorCode {
  return leadErrorCodes.some((code) => code === value);
}
