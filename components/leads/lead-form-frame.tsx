import type { ReactNode } from "react";
import { ConsentField } from "#components/forms/consent-field.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { HoursGreeting } from "#components/hours/hours-greeting.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocales } from "#lib/i18n/other-locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { formFields } from "#lib/leads/form/fields.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";
import { isAnswered } from "#lib/leads/form/is-answered.ts";
import { languageField } from "#lib/leads/form/language-field.ts";
import { troubleSentence } from "#lib/leads/form/trouble-sentence.ts";
import { writeInstead } from "#lib/leads/form/write-instead.ts";
import { AgreedSentence } from "./agreed-sentence.tsx";
import { DecoyField } from "./decoy-field.tsx";
import { fieldState } from "./field-state.ts";
import type { LeadFormText } from "./lead-form-text.ts";
import { leadFormWords } from "./lead-form-words.ts";

type LeadFormFrameProps = {
  name: FormName;
  locale: Locale;
  text: LeadFormText;
  submit: string;
  state: LeadFormState;
  children: ReactNode;
};

/**
 * What every form shares: the summary of errors, the hidden fields, the consent, the buttons. It posts by itself to the page's own
 * address, which the server answers. `enhanceLeadForms` improves it where script runs.
 */
export function LeadFormFrame({ name, locale, text, submit, state, children }: LeadFormFrameProps) {
  const message = troubleSentence(state, name, text);
  const errors = state.status === "invalid" ? state.errors : {};
  return (
    <>
      <ErrorSummary
        title={message ? text.notSent[name] : text.problem}
        message={message}
        errors={formFields[name].flatMap((field) => (errors[field] ? [{ field, sentence: errors[field] }] : []))}
      >
        <WriteInstead name={name} state={state} text={text} subject={submit} />
      </ErrorSummary>
      <WholeText name={name} state={state} text={text} subject={submit} />
      {/* There before its words: what comes together with them is not announced everywhere. */}
      <div role="status">
        <p data-draft hidden className="mb-8 border-4 border-current p-5">
          {text.draft}
        </p>
      </div>
      <form
        method="post"
        action={paths[name](locale)}
        encType="multipart/form-data"
        noValidate
        data-lead-form={name}
        data-is-empty={isEmpty(state) ? "" : undefined}
        data-words={JSON.stringify(leadFormWords(name, text))}
        className="grid gap-6"
      >
        <input type="hidden" name="locale" value={locale} />
        <AgreedSentence sentence={text.consent} />
        {children}
        <ConsentField
          label={text.consent}
          privacy={{ href: paths.privacy(locale), label: text.privacy }}
          {...fieldState(name, state, "consent")}
        />
        <DecoyField label={text.decoy} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <SubmitButton label={submit} />
          {text.promise && <p className="max-w-64 text-sm text-soft">{text.promise}</p>}
          <OtherLanguages name={name} locale={locale} />
        </div>
        {isAnswered(name) && <HoursGreeting locale={locale} sentence={text.greeting} zone={state.values.zone} />}
      </form>
    </>
  );
}

/**
 * Nothing of it was typed: a service, a zone, an article, an opening and the beginning of a message come from the address. Of a post that could
 * not be read the form comes back empty, and what the browser kept of it is to be filled in and not forgotten.
 */
function isEmpty(state: LeadFormState): boolean {
  const { status, values } = state;
  if (status === "too-large" || status === "unreadable") return true;
  return status === "idle" && !values.name && !values.email && (!values.message || state.about !== undefined);
}

type WriteInsteadProps = { name: FormName; state: LeadFormState; text: LeadFormText; subject: string };

/** Without an address, and as long as nothing failed, a hidden place for the script. */
function WriteInstead(props: WriteInsteadProps) {
  const link = writeInsteadOf(props);
  return (
    <p data-write-instead hidden={!link} className="mt-2">
      <a href={link?.href} className="inline-flex min-h-11 items-center font-semibold underline">
        {props.text.writeInstead}
      </a>
    </p>
  );
}

/** Outside of the summary, which is read aloud as a whole. */
function WholeText(props: WriteInsteadProps) {
  const rest = writeInsteadOf(props)?.rest;
  return (
    <div data-whole-text hidden={!rest} className="mb-8">
      <label htmlFor="whole_text" className="block font-semibold">
        {props.text.wholeText}
      </label>
      <textarea
        id="whole_text"
        readOnly
        rows={7}
        value={rest ?? ""}
        className="mt-2 block w-full rounded-sm border-2 border-rule bg-page px-3 py-2 text-text"
      />
    </div>
  );
}

function writeInsteadOf({ name, state, text, subject }: WriteInsteadProps) {
  if (state.status !== "unavailable" && state.status !== "too-many") return undefined;
  const address = state.writeTo ?? text.writeTo;
  return address ? writeInstead(address, { form: name, values: state.values, subject, cut: text.cut }) : undefined;
}

/**
 * Takes what was typed along to the same form in another language, without script too. Behind the button that sends:
 * the first button of a form is the one that the Enter key presses.
 */
function OtherLanguages({ name, locale }: { name: FormName; locale: Locale }) {
  return otherLocales(locale).map((other) => (
    <button
      key={other}
      type="submit"
      formAction={paths[name](other)}
      name={languageField}
      value={other}
      lang={other}
      className="inline-flex min-h-11 items-center text-link underline"
    >
      {getMessages(other).form.thisLanguage}
    </button>
  ));
}
