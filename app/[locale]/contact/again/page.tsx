import type { Metadata } from "next";
import { againMetadata, againState } from "#app/again.ts";
import { pageLocale } from "#app/page-locale.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocale } from "#lib/i18n/other-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import { ContactView } from "../contact-view.tsx";

type Props = PageProps<"/[locale]/contact/again">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  return againMetadata(getMessages(locale).contact.title, locale);
}

export default async function ContactAgainPage({ params }: Props) {
  const locale = await pageLocale(params);
  const initial = await againState("contact", locale);
  return <ContactView locale={locale} counterpart={paths.contact(otherLocale(locale))} initial={initial} />;
}
