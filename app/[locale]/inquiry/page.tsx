import type { Metadata } from "next";
import { pageLocale } from "#app/page-locale.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { idle } from "#lib/leads/form/form-state.ts";
import { pageMetadata } from "#lib/pages/page-metadata.ts";
import { InquiryView } from "./inquiry-view.tsx";

type Props = PageProps<"/[locale]/inquiry">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { title, description } = getMessages(locale).inquiry;
  const addresses = { path: paths.inquiry(locale), alternates: alternatesOf(paths.inquiry) };
  return pageMetadata({ locale, title, description, ...addresses });
}

export default async function InquiryPage({ params }: Props) {
  const locale = await pageLocale(params);
  return <InquiryView locale={locale} alternates={alternatesOf(paths.inquiry)} initial={idle} />;
}
