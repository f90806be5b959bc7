import { fixedMetadata } from "#app/fixed-metadata.ts";
import { pageLocale } from "#app/page-locale.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { paths } from "#lib/i18n/paths.ts";
import { idle } from "#lib/leads/form/form-state.ts";
import { InquiryView } from "./inquiry-view.tsx";

export const generateMetadata = fixedMetadata(paths.inquiry);

export default async function InquiryPage({ params }: PageProps<"/[locale]/inquiry">) {
  const locale = await pageLocale(params);
  return <InquiryView locale={locale} alternates={alternatesOf(paths.inquiry)} initial={idle} />;
}
