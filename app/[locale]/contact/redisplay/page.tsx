import { pageLocale } from "#app/page-locale.ts";
import { redisplayMetadata, redisplayState } from "#app/redisplay.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { paths } from "#lib/i18n/paths.ts";
import { ContactView } from "../contact-view.tsx";

type Props = PageProps<"/[locale]/contact/redisplay">;

export const generateMetadata = redisplayMetadata((text) => text.contact.title);

export default async function ContactRedisplayPage({ params }: Props) {
  const locale = await pageLocale(params);
  const initial = await redisplayState("contact", locale);
  return <ContactView locale={locale} alternates={alternatesOf(paths.contact)} initial={initial} />;
}
