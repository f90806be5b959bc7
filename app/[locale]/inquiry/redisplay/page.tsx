import type { Metadata } from "next";
import { pageLocale } from "#app/page-locale.ts";
import { redisplayMetadata, redisplayState } from "#app/redisplay.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocale } from "#lib/i18n/other-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import { InquiryView } from "../inquiry-view.tsx";

type Props = PageProps<"/[locale]/inquiry/redisplay">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  return redisplayMetadata(getMessages(locale).inquiry.title, locale);
}

/** Also the empty form with what its address said of the visitor's office. */
export default async function InquiryRedisplayPage({ params }: Props) {
  const locale = await pageLocale(params);
  const initial = await redisplayState("inquiry", locale);
  const other = otherLocale(locale);
  const { zone } = initial.values;
  return (
    <InquiryView
      locale={locale}
      counterpart={zone ? paths.inquiryIn(other, zone) : paths.inquiry(other)}
      initial={initial}
    />
  );
}
