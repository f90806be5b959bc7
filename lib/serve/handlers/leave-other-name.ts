import { otherName } from "#lib/network/other-name.ts";
import { isOurHost } from "#lib/serve/http/guard-request.ts";
import { headerUrl } from "#lib/serve/http/header-url.ts";
import { searchOf } from "#lib/serve/http/request-query.ts";
import type { Handler } from "./handler.ts";

/** With or without www.: what is asked for under the other name stands at the same address under ours, for good. */
export const leaveOtherName: Handler = ({ request, path }, { siteUrl }) => {
  const { host } = request.headers;
  if (isOurHost(host, siteUrl) || headerUrl(`http://${host}`)?.hostname !== (otherName(siteUrl) ?? ""))
    return undefined;
  return {
    status: 308,
    headers: { location: siteUrl + encodeURI(path) + searchOf(request), "cache-control": "no-cache" },
  };
};
