import type { Metadata } from "next";
import { pageLocale } from "#app/page-locale.ts";
import { ReceivedView } from "#app/received-view.tsx";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocale } from "#lib/i18n/other-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import { hiddenMetadata } from "#lib/seo/page-metadata.ts";

type Props = PageProps<"/[locale]/contact/received">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, description } = getMessages(await pageLocale(params)).received;
  return hiddenMetadata({ title, description });
}

export default async function ContactReceivedPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  return <ReceivedView locale={locale} counterpart={paths.contactReceived(otherLocale(locale))} query={searchParams} />;
}
