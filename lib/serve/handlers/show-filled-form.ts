import { isTimeZone } from "#lib/hours/is-time-zone.ts";
import { internalPaths } from "#lib/i18n/internal-paths.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { FormValues } from "#lib/leads/form/form-values.ts";
import { postedForm } from "#lib/leads/intake/posted-form.ts";
import { typedQuery } from "#lib/search/typed-query.ts";
import { queryOf } from "#lib/serve/http/request-query.ts";
import type { PageAnswers } from "#lib/serve/page-answers.ts";
import type { Call, Handler } from "./handler.ts";

/** A form that its address fills in. */
export const showFilledForm: Handler = (call, pages) => {
  if (call.form?.name === "reply") return showReply(call, pages);
  return call.form?.name === "inquiry" ? showInquiry(call, pages) : undefined;
};

function showReply(call: Call, pages: PageAnswers) {
  const article = queryOf(call.request).get("article");
  if (!article || !call.form?.page) return undefined;
  const { site, notFound } = pages;
  const isKnown = !site || (!article.includes("/") && site.find(paths.article(call.form.page, article)));
  return isKnown ? redisplay(call, { article }, pages) : notFound(call.request);
}

function showInquiry(call: Call, pages: PageAnswers) {
  const { request, path } = call;
  const { services, variant } = pages;
  const query = queryOf(request);
  const service = services.find((slug) => slug === query.get("service"));
  const zone = query.get("zone");
  if (zone && isTimeZone(zone)) return redisplay(call, { service, zone }, pages);
  const about = typedQuery(query.get("about") ?? "").query;
  if (about) return redisplay(call, { service }, pages, about);
  if (!service) return undefined;
  return variant(internalPaths.inquiryFor(path, service), path, request);
}

/** Made for the request, as are forms that are shown again. */
function redisplay({ request, path }: Call, values: FormValues, { fromNext }: PageAnswers, about?: string) {
  return postedForm.run({ status: "idle", values, ...(about && { about }) }, () =>
    fromNext(request, internalPaths.redisplay(path)),
  );
}
