import { defaultLocale, isLocale, type Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { attributionOf } from "#lib/leads/attribution/attribution.ts";
import { callSignature } from "#lib/leads/call/call-link.ts";
import { currentDesk } from "#lib/leads/current-desk.ts";
import { agreedField } from "#lib/leads/form/agreed-field.ts";
import { consentVersion } from "#lib/leads/form/consent-version.ts";
import { decoyField } from "#lib/leads/form/decoy-field.ts";
import { errorSentences } from "#lib/leads/form/error-sentences.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";
import { type FormValues, formValues } from "#lib/leads/form/form-values.ts";
import { isAnswered } from "#lib/leads/form/is-answered.ts";
import { withoutConsent } from "#lib/leads/form/without-consent.ts";
import type { PostSignals } from "#lib/leads/spam/spam-score.ts";
import { tokenAge } from "./form-token.ts";
import { type RequestContext, requestContext } from "./request-context.ts";
import { senderCode } from "./sender-code.ts";
import { submitLead } from "./submit-lead.ts";

const dayMs = 24 * 60 * 60_000;

/**
 * Takes a posted form from either door: reads, submits, and says what the form shows next. The language is the one of
 * the page; where that is not known, the form's own `locale` field.
 */
export async function receiveForm(
  form: FormName,
  data: FormData | URLSearchParams,
  page?: Locale,
): Promise<LeadFormState> {
  const values = formValues(form, data);
  const locale = page ?? localeField(data) ?? defaultLocale;
  const desk = currentDesk();
  const { address, query, sentFrom, ...request } = knownRequest();
  const formPage = paths[form](locale);
  const now = desk.now();
  const codeOn = (day: Date) => (address === undefined ? null : senderCode(address, desk.secret, day));
  const agreed = versionField(data);
  const token = ownField(data, "token");
  const submission = await submitLead(
    {
      form,
      locale,
      values,
      key: ownField(data, "key"),
      agreed,
      page: formPage,
      signals: {
        ...request,
        decoy: decoyOf(textField(data, decoyField), values),
        seconds: tokenAge(token, form, desk.secret, now),
      },
      token,
      senderCode: codeOn(now),
      earlierSenderCode: codeOn(new Date(now.getTime() - dayMs)),
      attribution: attributionOf({
        query,
        page: formPage,
        // A form inside an article is sent from there.
        from: sentFrom && sentFrom !== formPage ? sentFrom : textField(data, "from"),
        siteUrl: desk.siteUrl,
      }),
    },
    desk,
  );

  // The page that comes back asks for another sentence than the one that was agreed to, where a release came in between.
  const isAsked = agreed === undefined || agreed === consentVersion(desk.consent(form, locale));
  const shown = isAsked ? values : withoutConsent(values);

  switch (submission.status) {
    case "received":
      return {
        status: "received",
        values,
        ref: submission.ref,
        ...(isAnswered(form) && { call: callSignature({ id: submission.ref, key: desk.secret }) }),
      };
    case "invalid":
      return {
        status: "invalid",
        values: shown,
        errors: errorSentences(submission.errors, values, getMessages(locale).leadErrors, locale),
      };
    case "too-many":
      return { status: "too-many", values: shown, writeTo: desk.writeTo, until: submission.until.toISOString() };
    case "unavailable":
      return { status: "unavailable", values: shown, writeTo: desk.writeTo };
  }
}

function knownRequest(): RequestContext {
  const known = requestContext.getStore();
  if (!known)
    throw new Error("A form was posted past the front, which knows who calls: start the site with server.ts.");
  return known;
}

function decoyOf(typed: string | undefined, values: FormValues): PostSignals["decoy"] {
  const said = typed?.trim().toLowerCase();
  if (!said) return "empty";
  return Object.values(values).some((value) => value.trim().toLowerCase() === said) ? "repeats" : "filled";
}

function localeField(data: FormData | URLSearchParams): Locale | undefined {
  const locale = textField(data, "locale");
  return isLocale(locale) ? locale : undefined;
}

function versionField(data: FormData | URLSearchParams): string | undefined {
  const version = textField(data, agreedField);
  return version && /^[0-9a-f]{8}$/.test(version) ? version : undefined;
}

const longestOwn = 200;

/** What our form put there. Anything else that stands in its place may be as long as the whole post, and would wait in the spool. */
function ownField(data: FormData | URLSearchParams, name: string): string | undefined {
  const value = textField(data, name);
  return value !== undefined && value.length <= longestOwn ? value : undefined;
}

function textField(data: FormData | URLSearchParams, name: string): string | undefined {
  const value = data.get(name);
  return typeof value === "string" ? value : undefined;
}
