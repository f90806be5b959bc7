import type { Metadata } from "next";
import { pageLocale } from "#app/page-locale.ts";
import { redisplayMetadata, redisplayState } from "#app/redisplay.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { ReplyView } from "../reply-view.tsx";

type Props = PageProps<"/[locale]/reply/redisplay">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  return redisplayMetadata(getMessages(locale).replies.leave, locale);
}

export default async function ReplyRedisplayPage({ params }: Props) {
  const locale = await pageLocale(params);
  return <ReplyView locale={locale} initial={await redisplayState("reply", locale)} />;
}
