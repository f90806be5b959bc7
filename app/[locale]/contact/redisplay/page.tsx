import { pageLocale } from "#app/page-locale.ts";
import { redisplayMetadata, redisplayState } from "#app/redisplay.ts";
import { ContactView } from "../contact-view.tsx";

export const generateMetadata = redisplayMetadata((text) => text.contact.title);

export default async function ContactRedisplayPage({ params }: PageProps<"/[locale]/contact/redisplay">) {
  const locale = await pageLocale(params);
  return <ContactView locale={locale} initial={await redisplayState("contact", locale)} />;
}
