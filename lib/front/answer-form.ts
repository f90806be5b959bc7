import type { IncomingMessage, ServerResponse } from "node:http";
import Negotiator from "negotiator";
import { isLocale, type Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { preferredLocale } from "#lib/i18n/preferred-locale.ts";
import type { FormName } from "#lib/leads/form-name.ts";
import type { LeadFormState } from "#lib/leads/form-state.ts";
import { postedForm } from "#lib/leads/posted-form.ts";
import { receiveForm } from "#lib/leads/receive-form.ts";
import { readForm } from "./read-form.ts";

type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const statusCodes = { received: 303, invalid: 422, unavailable: 503, "too-large": 413, unreadable: 400, idle: 200 };

/**
 * Answers a form that a browser without script, a page of an earlier build or a program posted: to a page's own address
 * or to `/api/forms/<form>`. A lead that was taken is answered with a redirect to the received page; everything else
 * with the page again and what was typed, or with JSON where that was asked for.
 */
export async function answerForm(
  form: FormName,
  page: Locale | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  render: Render,
): Promise<void> {
  const posted = await readForm(request);
  const asked = posted.ok ? posted.data.get("locale") : undefined;
  const named = typeof asked === "string" && isLocale(asked) ? asked : undefined;
  const locale = page ?? named ?? preferredLocale(request.headers["accept-language"]);

  const state: LeadFormState = posted.ok
    ? await receiveForm(form, posted.data, locale)
    : { status: posted.trouble === "too-large" ? "too-large" : "unreadable", values: {} };
  response.statusCode = posted.ok || posted.trouble !== "unsupported" ? statusCodes[state.status] : 415;

  if (wantsJson(request)) answerJson(state, locale, response);
  else if (state.status === "received") redirectToThanks(form, locale, state.ref, response);
  else await showAgain(form, locale, state, request, response, render);
}

function wantsJson(request: IncomingMessage): boolean {
  return new Negotiator(request).mediaType(["text/html", "application/json"]) === "application/json";
}

function answerJson(state: LeadFormState, locale: Locale, response: ServerResponse) {
  if (state.status === "received") response.statusCode = 201;
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.setHeader("cache-control", "no-store");
  response.end(JSON.stringify(jsonFor(state, locale)));
}

function jsonFor(state: LeadFormState, locale: Locale) {
  const text = getMessages(locale).form;
  switch (state.status) {
    case "received":
      return { ref: state.ref };
    case "invalid":
      return { errors: state.errors };
    case "too-large":
      return { error: text.tooLarge };
    case "unreadable":
      return { error: text.unreadable };
    case "unavailable":
      return { error: text.unavailable, writeTo: state.writeTo };
    default:
      throw new Error(`A post does not leave a form ${state.status}`);
  }
}

function redirectToThanks(form: FormName, locale: Locale, ref: string, response: ServerResponse) {
  response.setHeader("location", `${paths.received(locale, form)}?ref=${ref}`);
  response.setHeader("cache-control", "no-store");
  response.end();
}

/** Next renders the form's `again` page, which finds the state of this request in the shared store. */
async function showAgain(
  form: FormName,
  locale: Locale,
  state: LeadFormState,
  request: IncomingMessage,
  response: ServerResponse,
  render: Render,
) {
  request.url = `${paths[form](locale)}/again`;
  request.method = "GET";
  await postedForm().run(state, () => render(request, response));
}
