import { pageLocale } from "#app/page-locale.ts";
import { redisplayMetadata, redisplayState } from "#app/redisplay.ts";
import { NewsletterView } from "../newsletter-view.tsx";

export const generateMetadata = redisplayMetadata((text) => text.newsletter.title);

export default async function NewsletterRedisplayPage({ params }: PageProps<"/[locale]/newsletter/redisplay">) {
  const locale = await pageLocale(params);
  return <NewsletterView locale={locale} initial={await redisplayState("newsletter", locale)} />;
}
