import type { IncomingMessage } from "node:http";
import type { RequestContext } from "#lib/leads/intake/request-context.ts";
import { clientAddress } from "./client-address.ts";
import { headerUrl } from "./header-url.ts";
import { queryOf } from "./request-query.ts";

type Place = Parameters<typeof clientAddress>[1];

export function readRequestContext(request: IncomingMessage, place: Place): RequestContext {
  const { headers } = request;
  const referer = ownReferer(headers, place.siteUrl);
  return {
    address: clientAddress(request, place).address,
    isBareRequest: !headers["user-agent"] || !headers["accept-language"],
    query: new URLSearchParams([...queryOf(request), ...(referer?.searchParams ?? [])]),
    sentFrom: referer?.pathname,
  };
}

/** Browsers name the whole address of a page to its own site, and no more than its origin to another. */
function ownReferer({ referer, host }: IncomingMessage["headers"], siteUrl: string): URL | undefined {
  const url = headerUrl(referer);
  return url && (url.origin === siteUrl || url.host === host) ? url : undefined;
}
