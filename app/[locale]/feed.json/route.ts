import { jsonFeedAnswer } from "#app/feed-answers.ts";
import { staticParams } from "#lib/pages/static-params.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]"];

export function GET(_request: Request, { params }: RouteContext<"/[locale]/feed.json">) {
  return jsonFeedAnswer(params);
}
