import type { IncomingMessage } from "node:http";
import Negotiator from "negotiator";
import { internalPaths } from "#lib/i18n/internal-paths.ts";
import { isLocale, type Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { preferredLocale } from "#lib/i18n/preferred-locale.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";
import { formValues } from "#lib/leads/form/form-values.ts";
import { languageField } from "#lib/leads/form/language-field.ts";
import { receivedPath } from "#lib/leads/form/received-path.ts";
import { troubleSentence } from "#lib/leads/form/trouble-sentence.ts";
import { withoutConsent } from "#lib/leads/form/without-consent.ts";
import { postedForm } from "#lib/leads/intake/posted-form.ts";
import { receiveForm } from "#lib/leads/intake/receive-form.ts";
import { fieldsOfCall } from "#lib/serve/http/fields-of-call.ts";
import type { Answer } from "#lib/serve/http/send.ts";
import { type InTurn, type PostedForm, withForm } from "#lib/serve/http/with-form.ts";

/** Asks Next for a page. */
type Ask = (url: string) => Promise<Answer>;

type FormPost = {
  form: FormName;
  /** The language of the page that was posted to; none at the stable address. */
  page: Locale | undefined;
  request: IncomingMessage;
  /** Whether it comes from one of our own pages. */
  isOurs: boolean;
  ask: Ask;
  inTurn: InTurn;
};

/**
 * Answers every post of a form, in the order of the checks: readable, how long, from where. A lead that was taken is answered
 * with a redirect to the received page; everything else with the page again and what was typed, or with JSON where that was
 * asked for.
 */
export function answerForm(post: FormPost): Promise<Answer> {
  return withForm(post.request, post.inTurn, (posted) => answerPosted(posted, post));
}

async function answerPosted(
  posted: PostedForm,
  { form, page, request, isOurs, ask, inTurn }: FormPost,
): Promise<Answer> {
  // A page for nobody would cost as much as one for somebody.
  if (!posted.ok && posted.trouble === "gone") return { status: 400, headers: {} };
  const isCall = request.headers["next-action"] !== undefined;
  const data = posted.ok ? (isCall ? fieldsOfCall(posted.data) : posted.data) : new URLSearchParams();
  const asked = data.get("locale");
  const named = typeof asked === "string" && isLocale(asked) ? asked : undefined;
  const locale = page ?? named ?? preferredLocale(request.headers["accept-language"]);

  const shown = async (state: LeadFormState, status: number): Promise<Answer> => {
    const answer = wantsJson(request)
      ? json(form, locale, state, status)
      : await redisplay(form, locale, state, status, ask);
    return state.status === "too-many" ? retryAfter(answer, state.until) : answer;
  };

  if (!posted.ok) return shown(shownFor[posted.trouble], statusFor[posted.trouble]);
  // Whoever sent a person here has no right to agree for them.
  if (!isOurs) return shown({ status: "refused", values: withoutConsent(formValues(form, data)) }, 403);
  // Agreed to was the sentence of the other language.
  if (data.has(languageField)) return shown({ status: "idle", values: withoutConsent(formValues(form, data)) }, 200);

  // To look at 10,000 characters of some scripts takes 30 ms.
  const state = await inTurn(() => receiveForm(form, data, locale));
  if (state.status !== "received" || wantsJson(request)) return shown(state, statusCodes[state.status]);
  return redirect(receivedPath(locale, form, { ...state, typed: state.values.email ?? "" }));
}

const statusCodes: Record<LeadFormState["status"], number> = {
  received: 201,
  "too-many": 429,
  invalid: 422,
  unavailable: 503,
  "too-large": 413,
  unreadable: 400,
  refused: 403,
  idle: 200,
};

const unreadable: LeadFormState = { status: "unreadable", values: {} };
const statusFor = { "too-large": 413, unreadable: 400, unsupported: 415, slow: 408 };
const shownFor: Record<keyof typeof statusFor, LeadFormState> = {
  "too-large": { status: "too-large", values: {} },
  unreadable,
  unsupported: unreadable,
  slow: unreadable,
};

function wantsJson(request: IncomingMessage): boolean {
  // To read 16 kB of it takes 9 ms.
  const accept = (request.headers.accept ?? "*/*").slice(0, 1_000);
  return new Negotiator({ headers: { accept } }).mediaType(["text/html", "application/json"]) === "application/json";
}

function json(form: FormName, locale: Locale, state: LeadFormState, status: number): Answer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
    body: JSON.stringify(jsonFor(form, locale, state)),
  };
}

function jsonFor(form: FormName, locale: Locale, state: LeadFormState) {
  if (state.status === "received") return { ref: state.ref, call: state.call };
  if (state.status === "invalid") return { errors: state.errors };
  const error = troubleSentence(state, form, getMessages(locale).form);
  return "writeTo" in state ? { form, error, writeTo: state.writeTo } : { form, error };
}

function retryAfter(answer: Answer, until: string): Answer {
  const seconds = Math.ceil((Date.parse(until) - Date.now()) / 1000);
  return { ...answer, headers: { ...answer.headers, "retry-after": `${Math.max(1, seconds)}` } };
}

function redirect(location: string): Answer {
  return { status: 303, headers: { location, "cache-control": "no-store" } };
}

/** Next renders the form's page again, which finds the state of this request in the shared store. */
async function redisplay(form: FormName, locale: Locale, state: LeadFormState, status: number, ask: Ask) {
  const answer = await postedForm.run(state, () => ask(internalPaths.redisplay(paths[form](locale))));
  return answer.status === 200 ? { ...answer, status } : answer;
}
