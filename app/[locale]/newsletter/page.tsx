import type { Metadata } from "next";
import { pageLocale } from "#app/page-locale.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { idle } from "#lib/leads/form/form-state.ts";
import { pageMetadata } from "#lib/pages/page-metadata.ts";
import { NewsletterView } from "./newsletter-view.tsx";

type Props = PageProps<"/[locale]/newsletter">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { title, description } = getMessages(locale).newsletter;
  const addresses = { path: paths.newsletter(locale), alternates: alternatesOf(paths.newsletter) };
  return pageMetadata({ locale, title, description, ...addresses });
}

export default async function NewsletterPage({ params }: Props) {
  const locale = await pageLocale(params);
  return <NewsletterView locale={locale} alternates={alternatesOf(paths.newsletter)} initial={idle} />;
}
