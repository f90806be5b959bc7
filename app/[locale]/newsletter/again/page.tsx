import type { Metadata } from "next";
import { againMetadata, againState } from "#app/again.ts";
import { pageLocale } from "#app/page-locale.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocale } from "#lib/i18n/other-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import { NewsletterView } from "../newsletter-view.tsx";

type Props = PageProps<"/[locale]/newsletter/again">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  return againMetadata(getMessages(locale).newsletter.title, locale);
}

export default async function NewsletterAgainPage({ params }: Props) {
  const locale = await pageLocale(params);
  const initial = await againState("newsletter", locale);
  return <NewsletterView locale={locale} counterpart={paths.newsletter(otherLocale(locale))} initial={initial} />;
}
