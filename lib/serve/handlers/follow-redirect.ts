import { redirectFor } from "#lib/content/settings/redirects.ts";
import { movedTo } from "#lib/serve/http/moved-to.ts";
import { readerLocale } from "#lib/serve/http/reader-locale.ts";
import type { Handler } from "./handler.ts";

/** What content/redirects.yaml says of an address where there is no page. */
export const followRedirect: Handler = ({ request, path }, { site }) => {
  const to = site?.find(path) ? undefined : redirectFor(path, readerLocale(request));
  return to === undefined ? undefined : movedTo(to, request, { byReader: true });
};
