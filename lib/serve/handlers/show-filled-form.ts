import { isTimeZone } from "#lib/hours/is-time-zone.ts";
import { internalPaths } from "#lib/i18n/internal-paths.ts";
import { formSubject, type Subject } from "#lib/leads/form/form-subject.ts";
import type { FormValues } from "#lib/leads/form/form-values.ts";
import { postedForm } from "#lib/leads/intake/posted-form.ts";
import { typedQuery } from "#lib/search/typed-query.ts";
import { queryOf } from "#lib/serve/http/request-query.ts";
import type { PageAnswers } from "#lib/serve/page-answers.ts";
import type { Call, Handler } from "./handler.ts";

/** A form that its address fills in. */
export const showFilledForm: Handler = (call, pages) => {
  if (!call.form) return undefined;
  const subject = formSubject(call.form.name);
  if (subject) return showAbout(subject, call, pages);
  return call.form.name === "inquiry" ? showInquiry(call, pages) : undefined;
};

function showAbout({ field, pathIn }: Subject, call: Call, pages: PageAnswers) {
  const slug = queryOf(call.request).get(field);
  if (!slug || !call.form?.page) return undefined;
  const { site, missing, notFound } = pages;
  if (slug.includes("/")) return notFound(call.request);
  const page = pathIn(call.form.page, slug);
  if (!site || site.find(page)) return redisplay(call, { [field]: slug }, pages);
  // What is over leads to its list, from its form as from its page.
  return missing(page, call.request);
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
