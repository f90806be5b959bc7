import { pageLocale } from "#app/page-locale.ts";
import { redisplayMetadata, redisplayState } from "#app/redisplay.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { paths } from "#lib/i18n/paths.ts";
import { InquiryView } from "../inquiry-view.tsx";

export const generateMetadata = redisplayMetadata((text) => text.inquiry.title);

/** Also the empty form with what its address said of the visitor's office. */
export default async function InquiryRedisplayPage({ params }: PageProps<"/[locale]/inquiry/redisplay">) {
  const locale = await pageLocale(params);
  const initial = await redisplayState("inquiry", locale);
  const { zone } = initial.values;
  return (
    <InquiryView
      locale={locale}
      alternates={alternatesOf((each) => (zone ? paths.inquiryIn(each, zone) : paths.inquiry(each)))}
      initial={initial}
    />
  );
}
