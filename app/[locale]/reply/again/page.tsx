import type { Metadata } from "next";
import { againMetadata, againState } from "#app/again.ts";
import { pageLocale } from "#app/page-locale.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { ReplyView } from "../reply-view.tsx";

type Props = PageProps<"/[locale]/reply/again">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  return againMetadata(getMessages(locale).replies.leave, locale);
}

export default async function ReplyAgainPage({ params }: Props) {
  const locale = await pageLocale(params);
  return <ReplyView locale={locale} initial={await againState("reply", locale)} />;
}
