import { pageLocale } from "#app/page-locale.ts";
import { otherLocale } from "#lib/i18n/other-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import { serviceOptions } from "#lib/leads/service-options.ts";
import { InquiryView } from "../../inquiry-view.tsx";

export { generateMetadata } from "../../page.tsx";

type Props = PageProps<"/[locale]/inquiry/for/[service]">;

export const dynamicParams = false;

export async function generateStaticParams({ params }: { params: { locale: string } }) {
  return serviceOptions(await pageLocale(params)).map(({ value }) => ({ service: value }));
}

/** What `/inquiry?service=…` shows: the front asks for this page, so that it too is rendered once, at build time. */
export default async function InquiryForServicePage({ params }: Props) {
  const locale = await pageLocale(params);
  const { service } = await params;
  return (
    <InquiryView
      locale={locale}
      counterpart={paths.inquiry(otherLocale(locale), service)}
      initial={{ status: "idle", values: { service } }}
    />
  );
}
