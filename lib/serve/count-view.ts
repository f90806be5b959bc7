import type { IncomingMessage } from "node:http";
import { fixedPages } from "#lib/i18n/fixed-pages.ts";
import { locales } from "#lib/i18n/locales.ts";
import { leadCampaign } from "#lib/leads/attribution/lead-campaign.ts";
import { leadSource } from "#lib/leads/attribution/lead-source.ts";
import { pageOfOurs } from "#lib/leads/attribution/page-of-ours.ts";
import { shortName } from "#lib/leads/attribution/short-name.ts";
import { insideSource, type View } from "#lib/leads/count/view.ts";
import type { ViewCounter } from "#lib/leads/count/view-counter.ts";
import { errorCode } from "#lib/leads/error-code.ts";
import { carriedParameters } from "./http/carried-parameters.ts";
import { headerUrl } from "./http/header-url.ts";
import { isProgram } from "./is-program.ts";
import type { Site } from "./site-folder/open-site.ts";

/** Of a request that a web server before us answered, as much as it told. */
type PageRequest = Pick<IncomingMessage, "url" | "headers">;

export type ViewPlace = {
  site: Pick<Site, "isPage"> | undefined;
  siteUrl: string;
  views: Pick<ViewCounter, "count">;
  report(problem: string, cause: unknown): void;
};

/** Counts that a page of ours was shown, unless to a program. The answer has gone out: nothing of it may fail any more. */
export function countView(request: PageRequest, path: string, { site, siteUrl, views, report }: ViewPlace): void {
  try {
    const view = site && viewOf(request, path, site, siteUrl);
    if (view) views.count(view);
  } catch (cause) {
    report("a page view was not counted", errorCode(cause));
  }
}

function viewOf(request: PageRequest, path: string, site: Pick<Site, "isPage">, siteUrl: string): View | undefined {
  const isPage = (path: string) => site.isPage(path) || madeForRequests.has(path);
  const locale = locales.find((each) => path.startsWith(`/${each}`));
  const { headers } = request;
  if (!locale || !isPage(path) || isProgram(headers["user-agent"])) return undefined;
  const { links, from } = carriedParameters(request);
  // Most views are outside of a campaign, and to look into an empty one costs as much as the rest.
  const first = links.length > 0 ? Object.fromEntries(links) : undefined;
  const openedFrom = (from && pageOfOurs(from, siteUrl)?.page) ?? "";
  return {
    path,
    locale,
    source: impersonal(first?.utm_source ? leadSource({ first }) : refererOf(headers, siteUrl)),
    campaign: impersonal(first && leadCampaign({ first })),
    openedFrom: isPage(openedFrom) ? openedFrom : "",
    isAhead: isFetchedAhead(headers),
  };
}

/** The pages that no build makes. */
const madeForRequests = new Set(locales.flatMap((locale) => fixedPages.map(({ pathIn }) => pathIn(locale))));

/** The host of another site. Most requests that name a page name one of ours, which is looked at no further. */
function refererOf({ referer, host }: IncomingMessage["headers"], siteUrl: string): string | undefined {
  if (referer?.startsWith(`${siteUrl}/`)) return insideSource;
  const url = headerUrl(referer);
  if (!url) return undefined;
  return url.host === host ? insideSource : shortName(url.hostname);
}

/** Whoever makes a link may put an email address into it, which `erase` would not find here. */
function impersonal(name = ""): string {
  return name.includes("@") ? "other" : name;
}

/** Older browsers have the shorter name. */
function isFetchedAhead({ "sec-purpose": purpose, purpose: formerly }: IncomingMessage["headers"]): boolean {
  return String(purpose ?? formerly ?? "").includes("prefetch");
}
