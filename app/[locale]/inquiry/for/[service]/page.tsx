import { pageLocale } from "#app/page-locale.ts";
import { findService } from "#lib/content/kinds/service.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { paths } from "#lib/i18n/paths.ts";
import { staticParams } from "#lib/pages/static-params.ts";
import { InquiryView } from "../../inquiry-view.tsx";

export { generateMetadata } from "../../page.tsx";

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/inquiry/for/[service]"];

/** What `/inquiry?service=…` shows: the front asks for this page, so that it too is rendered once, at build time. */
export default async function InquiryForServicePage({ params }: PageProps<"/[locale]/inquiry/for/[service]">) {
  const locale = await pageLocale(params);
  const { service } = await params;
  return (
    <InquiryView
      locale={locale}
      alternates={alternatesOf((each) => paths.inquiry(each, findService(each, service)?.slug))}
      initial={{ status: "idle", values: { service } }}
    />
  );
}
