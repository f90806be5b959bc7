import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { defaultLocale, type Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";
import type { LeadFormText } from "./lead-form-text.ts";
import { MessageForm } from "./message-form.tsx";
import { NewsletterForm } from "./newsletter-form.tsx";

test.each<[Locale, string]>([
  ["en", "Your sign-up was not sent We could not take your sign-up just now."],
  ["es", "Su suscripción no se envió No pudimos recibir su suscripción en este momento."],
])("a sign-up in %s that could not be stored is not called a message", (locale, sentences) => {
  expect(wordsOf(newsletterForm(locale, unavailable))).toContain(sentences);
});

test.each([
  ["contact", "Your message was not sent We could not take your message just now."],
  ["reply", "Your reply was not sent We could not take your reply just now."],
] as const)("what could not be stored through the form %s is called what it is", (name, sentences) => {
  const { replies } = getMessages(defaultLocale);
  const page = renderToStaticMarkup(
    <MessageForm name={name} locale={defaultLocale} text={textOf(defaultLocale)} own={replies} state={unavailable} />,
  );
  expect(wordsOf(page)).toContain(sentences);
});

test("what a form will say is announced: the places for it are there before", () => {
  const page = newsletterForm(defaultLocale, { status: "idle", values: {} });
  expect(page).toMatch(/<div role="status"><p data-draft="true" hidden=""/);
  expect(page).toMatch(/<div data-problem="true" hidden="" tabindex="-1" role="alert"/);
  expect(page).toMatch(/<\/button><span role="status"[^>]*><\/span>/);
});

test.each([
  ["idle", true],
  ["unreadable", true],
  ["too-large", true],
  ["unavailable", false],
] as const)(
  "a form that comes back %s with nothing in it is to be filled in with what was kept: %s",
  (status, isEmpty) => {
    const page = newsletterForm(defaultLocale, { status, values: {} });
    expect(page.includes("data-is-empty")).toBe(isEmpty);
  },
);

function newsletterForm(locale: Locale, state: LeadFormState): string {
  const { newsletter } = getMessages(locale);
  return renderToStaticMarkup(<NewsletterForm locale={locale} text={textOf(locale)} own={newsletter} state={state} />);
}

function textOf(locale: Locale): LeadFormText {
  const { form, leadErrors } = getMessages(locale);
  return { ...form, errors: leadErrors, writeTo: undefined, promise: undefined };
}

const unavailable = { status: "unavailable", values: {} } as const;

const wordsOf = (page: string) => page.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
