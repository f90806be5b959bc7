import { pageLocale } from "#app/page-locale.ts";
import { redisplayMetadata, redisplayState } from "#app/redisplay.ts";
import { ApplicationView } from "../application-view.tsx";

export const generateMetadata = redisplayMetadata((text) => text.application.title);

export default async function ApplicationRedisplayPage({ params }: PageProps<"/[locale]/application/redisplay">) {
  const locale = await pageLocale(params);
  return <ApplicationView locale={locale} initial={await redisplayState("application", locale)} />;
}
