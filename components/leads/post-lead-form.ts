import { defaultLocale, isLocale } from "#lib/i18n/locales.ts";
import { formFields } from "#lib/leads/form/fields.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import type { FieldSentences } from "#lib/leads/form/form-state.ts";

import { isLeadRef } from "#lib/leads/form/is-lead-ref.ts";
import { isSignature } from "#lib/leads/form/is-signature.ts";

type Answer = {
  /** The reference of what was taken. */
  ref?: string;
  /** With which the page of thanks offers a call. */
  call?: string;
  /** A sentence for each field that the server finds wrong. */
  errors?: FieldSentences;
  /** Why it was not taken. */
  error?: string;
  writeTo?: string;
  /** What arrived was no form: something in the page has made another post of it. */
  isUnreadable?: boolean;
};

/** Far longer than the site takes, also on a slow line: whoever has to wait longer sees no way out. */
const patienceMs = 30_000;

/**
 * Posts what the form would post, and asks for JSON. First to the address that the markup names; if that cannot be reached
 * or something in between answers, to the stable address, which knows the lead by its key. An empty answer if that cannot be
 * reached either.
 */
export async function postLeadForm(form: HTMLFormElement, name: FormName, data: FormData): Promise<Answer> {
  const ask = async (address: string) => {
    const answer = await answerOf(address, data);
    return answer && ours(answer.json, answer.status, name);
  };
  // A field named "action" would hide the property.
  return (await ask(form.getAttribute("action") ?? "")) ?? (await ask(`/api/forms/${name}`)) ?? {};
}

/** Undefined without an answer in JSON. */
async function answerOf(address: string, data: FormData): Promise<{ status: number; json: unknown } | undefined> {
  // Not the page's `lang`: translators change it, and what is no Latin-1 makes fetch throw.
  const locale = data.get("locale");
  const lang = typeof locale === "string" && isLocale(locale) ? locale : defaultLocale;
  const patience = new AbortController();
  let timer: number | undefined;
  // Not left to the signal alone: an extension may have put a fetch of its own there, which does not know it.
  const tooLate = new Promise<never>((_, reject) => {
    timer = window.setTimeout(() => {
      patience.abort();
      reject(patience.signal.reason);
    }, patienceMs);
  });
  try {
    const asked = fetch(address, {
      method: "POST",
      body: data,
      // The language of the page: of a body that cannot be read, the server does not know it.
      headers: { accept: "application/json", "accept-language": lang },
      signal: patience.signal,
    });
    const read = asked.then(async (answer) => ({ status: answer.status, json: await answer.json() }));
    return await Promise.race([read, tooLate]);
  } catch (cause) {
    // No connection, no JSON, or no answer in time.
    if (cause instanceof TypeError || cause instanceof SyntaxError || patience.signal.aborted) return undefined;
    throw cause;
  } finally {
    clearTimeout(timer);
  }
}

/** What the site answers. Programs in between know JSON, too: nothing of theirs is shown or taken for a reference. */
function ours(answer: unknown, status: number, form: FormName): Answer | undefined {
  if (typeof answer !== "object" || answer === null) return undefined;
  const { ref, call, errors, error, writeTo, form: answered } = answer as Record<string, unknown>;
  if (isLeadRef(ref)) return { ref, ...(isSignature(call) && { call }) };
  const sentences = formFields[form].flatMap((field) => {
    const sentence = (errors as Record<string, unknown> | undefined)?.[field];
    return typeof sentence === "string" ? [[field, sentence]] : [];
  });
  if (sentences.length > 0) return { errors: Object.fromEntries(sentences) };
  // Frameworks and gateways have an `error` of their own: {"status":403,"error":"Forbidden"}.
  if (typeof error !== "string" || answered !== form) return undefined;
  return { error, isUnreadable: status === 400 || status === 415, ...(typeof writeTo === "string" && { writeTo }) };
}
