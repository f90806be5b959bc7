import type { Metadata } from "next";
import { pageLocale } from "#app/page-locale.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { idle } from "#lib/leads/form/form-state.ts";
import { pageMetadata } from "#lib/pages/page-metadata.ts";
import { ContactView } from "./contact-view.tsx";

type Props = PageProps<"/[locale]/contact">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { title, description } = getMessages(locale).contact;
  const addresses = { path: paths.contact(locale), alternates: alternatesOf(paths.contact) };
  return pageMetadata({ locale, title, description, ...addresses });
}

export default async function ContactPage({ params }: Props) {
  const locale = await pageLocale(params);
  return <ContactView locale={locale} alternates={alternatesOf(paths.contact)} initial={idle} />;
}
