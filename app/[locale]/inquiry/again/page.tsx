import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { pageLocale } from "#app/page-locale.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocale } from "#lib/i18n/other-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import { postedForm } from "#lib/leads/posted-form.ts";
import { hiddenMetadata } from "#lib/seo/page-metadata.ts";
import { InquiryView } from "../inquiry-view.tsx";

type Props = PageProps<"/[locale]/inquiry/again">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { form, inquiry } = getMessages(await pageLocale(params));
  const isRefused = postedForm().getStore()?.status !== "idle";
  return hiddenMetadata({ title: isRefused ? form.errorPrefix + inquiry.title : inquiry.title });
}

/** The form filled in: with everything typed after a post that was not taken, or with what its address said. Only the front can ask for it. */
export default async function InquiryAgainPage({ params }: Props) {
  await connection();
  const locale = await pageLocale(params);
  const initial = postedForm().getStore();
  if (!initial) redirect(paths.inquiry(locale));
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
