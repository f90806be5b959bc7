import { sections } from "#lib/i18n/sections.ts";
import { readerLocale } from "#lib/serve/http/reader-locale.ts";
import { searchOf } from "#lib/serve/http/request-query.ts";
import type { Handler } from "./handler.ts";

const inSection = new RegExp(`^/(?:${sections.join("|")})(?:/|$)`);

/** An address without a language leads to the page in the reader's. */
export const chooseLanguage: Handler = ({ request, path }) => {
  if (path !== "/" && !inSection.test(path)) return undefined;
  const [asked = ""] = (request.url ?? "").split("?");
  // Pages have no slash at the end, and would send on once more.
  const location = `/${readerLocale(request)}${asked.replace(/(?<!\/)\/+$/, "")}${searchOf(request)}`;
  return { status: 307, headers: { location, vary: "accept-language", "cache-control": "no-cache" } };
};
