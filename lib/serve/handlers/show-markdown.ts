import type { IncomingMessage } from "node:http";
import { internalPaths } from "#lib/i18n/internal-paths.ts";
import { pageOfText } from "#lib/i18n/page-of-text.ts";
import type { PageAnswers } from "#lib/serve/page-answers.ts";
import type { Handler } from "./handler.ts";

/** The words of a page, which is what search engines should show. */
export const showMarkdown: Handler = ({ request, path }, pages) => {
  const page = pageOfText(path);
  return page ? show(page, request, path, pages) : undefined;
};

async function show(
  page: string,
  request: IncomingMessage,
  path: string,
  { site, siteUrl, stored, fromNext, missing }: PageAnswers,
) {
  const made = internalPaths.markdown(page);
  const text = site?.findInternal(made);
  if (site && !text) return missing(path, request);
  const answer = text ? await stored(text, request) : await fromNext(request, encodeURI(made));
  return { ...answer, headers: { ...answer.headers, link: `<${siteUrl + encodeURI(page)}>; rel="canonical"` } };
}
