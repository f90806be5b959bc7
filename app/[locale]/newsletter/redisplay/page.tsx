import { pageLocale } from "#app/page-locale.ts";
import { redisplayMetadata, redisplayState } from "#app/redisplay.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { paths } from "#lib/i18n/paths.ts";
import { NewsletterView } from "../newsletter-view.tsx";

type Props = PageProps<"/[locale]/newsletter/redisplay">;

export const generateMetadata = redisplayMetadata((text) => text.newsletter.title);

export default async function NewsletterRedisplayPage({ params }: Props) {
  const locale = await pageLocale(params);
  const initial = await redisplayState("newsletter", locale);
  return <NewsletterView locale={locale} alternates={alternatesOf(paths.newsletter)} initial={initial} />;
}
