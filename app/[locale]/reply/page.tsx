import type { Metadata } from "next";
import { pageLocale } from "#app/page-locale.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { idle } from "#lib/leads/form/form-state.ts";
import { hiddenMetadata } from "#lib/pages/page-metadata.ts";
import { ReplyView } from "./reply-view.tsx";

type Props = PageProps<"/[locale]/reply">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  return hiddenMetadata({ locale, title: getMessages(locale).replies.leave });
}

/** The form for a reply that names no article, for example because the article has moved. */
export default async function ReplyPage({ params }: Props) {
  return <ReplyView locale={await pageLocale(params)} initial={idle} />;
}
