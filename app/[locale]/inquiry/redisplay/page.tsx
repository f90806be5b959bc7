import { pageLocale } from "#app/page-locale.ts";
import { redisplayMetadata, redisplayState } from "#app/redisplay.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { fill } from "#lib/i18n/fill.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { InquiryView } from "../inquiry-view.tsx";

export const generateMetadata = redisplayMetadata((text) => text.inquiry.title);

/** Also the empty form with what its address said of the visitor's office. */
export default async function InquiryRedisplayPage({ params }: PageProps<"/[locale]/inquiry/redisplay">) {
  const locale = await pageLocale(params);
  const initial = await redisplayState("inquiry", locale);
  const { zone } = initial.values;
  const about = initial.status === "idle" ? initial.about : undefined;
  const begun = about && fill(getMessages(locale).inquiry.begun, { query: about });
  return (
    <InquiryView
      locale={locale}
      alternates={alternatesOf((each) => {
        if (about) return paths.inquiryAbout(each, about);
        return zone ? paths.inquiryIn(each, zone) : paths.inquiry(each);
      })}
      initial={begun ? { ...initial, values: { ...initial.values, message: begun } } : initial}
    />
  );
}
