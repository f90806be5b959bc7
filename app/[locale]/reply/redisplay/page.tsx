import { pageLocale } from "#app/page-locale.ts";
import { redisplayMetadata, redisplayState } from "#app/redisplay.ts";
import { ReplyView } from "../reply-view.tsx";

export const generateMetadata = redisplayMetadata((text) => text.replies.leave);

export default async function ReplyRedisplayPage({ params }: PageProps<"/[locale]/reply/redisplay">) {
  const locale = await pageLocale(params);
  return <ReplyView locale={locale} initial={await redisplayState("reply", locale)} />;
}
