import { pageLocale } from "#app/page-locale.ts";
import { redisplayMetadata, redisplayState } from "#app/redisplay.ts";
import { ReplyView } from "../reply-view.tsx";

type Props = PageProps<"/[locale]/reply/redisplay">;

export const generateMetadata = redisplayMetadata((text) => text.replies.leave);

export default async function ReplyRedisplayPage({ params }: Props) {
  const locale = await pageLocale(params);
  return <ReplyView locale={locale} initial={await redisplayState("reply", locale)} />;
}
