import { pageLocale } from "#app/page-locale.ts";
import { redisplayMetadata, redisplayState } from "#app/redisplay.ts";
import { ContactView } from "../contact-view.tsx";

type Props = PageProps<"/[locale]/contact/redisplay">;

export const generateMetadata = redisplayMetadata((text) => text.contact.title);

export default async function ContactRedisplayPage({ params }: Props) {
  const locale = await pageLocale(params);
  return <ContactView locale={locale} initial={await redisplayState("contact", locale)} />;
}
