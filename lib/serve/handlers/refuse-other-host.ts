import { isOurHost } from "#lib/serve/http/guard-request.ts";
import type { Handler } from "./handler.ts";

export const refuseOtherHost: Handler = ({ request, path }, { site, siteUrl, error }) => {
  if (!site || isOurHost(request.headers.host, siteUrl)) return undefined;
  // Styles, fonts, pictures: the page that says so under a name that is not ours has to look like one of ours.
  const file = site.find(path);
  if (file?.isImmutable || file?.type.startsWith("image/")) return undefined;
  return error("host", 421, request);
};
