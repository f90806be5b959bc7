import type { Metadata } from "next";
import { pageLocale } from "#app/page-locale.ts";
import { redisplayMetadata, redisplayState } from "#app/redisplay.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocale } from "#lib/i18n/other-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import { NewsletterView } from "../newsletter-view.tsx";

type Props = PageProps<"/[locale]/newsletter/redisplay">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  return redisplayMetadata(getMessages(locale).newsletter.title, locale);
}

export default async function NewsletterRedisplayPage({ params }: Props) {
  const locale = await pageLocale(params);
  const initial = await redisplayState("newsletter", locale);
  return <NewsletterView locale={locale} counterpart={paths.newsletter(otherLocale(locale))} initial={initial} />;
}
