import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { pageLocale } from "#app/page-locale.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocale } from "#lib/i18n/other-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import { postedForm } from "#lib/leads/posted-form.ts";
import { hiddenMetadata } from "#lib/seo/page-metadata.ts";
import { ContactView } from "../contact-view.tsx";

type Props = PageProps<"/[locale]/contact/again">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { form, contact } = getMessages(await pageLocale(params));
  const isRefused = postedForm().getStore()?.status !== "idle";
  return hiddenMetadata({ title: isRefused ? form.errorPrefix + contact.title : contact.title });
}

/** The form filled in: with everything typed after a post that was not taken, or with what its address said. Only the front can ask for it. */
export default async function ContactAgainPage({ params }: Props) {
  await connection();
  const locale = await pageLocale(params);
  const initial = postedForm().getStore();
  if (!initial) redirect(paths.contact(locale));
  return <ContactView locale={locale} counterpart={paths.contact(otherLocale(locale))} initial={initial} />;
}
