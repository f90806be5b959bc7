import type { IncomingMessage } from "node:http";
import { locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { campaignParameters } from "#lib/leads/attribution/campaign-parameters.ts";
import { formNames } from "#lib/leads/form/form-name.ts";
import { headerUrl } from "./header-url.ts";

export type Carried = {
  /** For all links and forms of a page: the campaign, and the page that it led to. */
  links: [name: string, value: string][];
  /** For its forms: the page that the form was opened from. */
  from: string | undefined;
};

/** What a page passes on through its links and forms, so that an inquiry can tell how its sender came: no cookie, no script. */
export function carriedParameters(request: Pick<IncomingMessage, "url" | "headers">): Carried {
  const [path = "", search] = (request.url ?? "").split("?");
  // Nearly every request: to parse what is not there is a tenth of what the answer costs.
  if (search === undefined && !formPages.has(path)) return nothing;
  const query = new URLSearchParams(search);
  const campaign = campaignParameters(query);
  const landing: Carried["links"] = [["landing", short(query.get("landing") ?? path)]];
  return {
    links: campaign.length > 0 ? [...campaign, ...landing] : [],
    from: formPages.has(path) ? openedFrom(query, request.headers) : undefined,
  };
}

const nothing: Carried = { links: [], from: undefined };
const formPages = new Set<string>(locales.flatMap((locale) => formNames.map((form) => paths[form](locale))));

/** A form that comes back after a post names it in its own address. */
function openedFrom(query: URLSearchParams, { referer, host }: IncomingMessage["headers"]): string | undefined {
  const named = query.get("from");
  if (named) return short(named);
  const url = headerUrl(referer);
  if (!url) return undefined;
  if (url.host !== host) return short(url.origin + url.pathname);
  // From one language to the other: what was read before that is not known any more.
  return formPages.has(url.pathname) ? undefined : short(url.pathname);
}

function short(address: string): string {
  return address.slice(0, 200).toWellFormed();
}
