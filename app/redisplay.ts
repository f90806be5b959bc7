import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { pageLocale } from "#app/page-locale.ts";
import type { Messages } from "#content/en/messages.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";
import { postedForm } from "#lib/leads/intake/posted-form.ts";
import { hiddenMetadata } from "#lib/pages/page-metadata.ts";

/** What a form's `redisplay` page shows: everything typed in a post that was not taken. Only the front can ask for it. */
export async function redisplayState(form: FormName, locale: Locale): Promise<LeadFormState> {
  await connection();
  return postedForm.getStore() ?? redirect(paths[form](locale));
}

export function redisplayMetadata(titleIn: (text: Messages) => string) {
  return async ({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> => {
    const locale = await pageLocale(params);
    const text = getMessages(locale);
    const isRefused = postedForm.getStore()?.status !== "idle";
    return hiddenMetadata({ locale, title: (isRefused ? text.form.errorPrefix : "") + titleIn(text) });
  };
}
