import { internalPaths } from "#lib/i18n/internal-paths.ts";
import type { Handler } from "./handler.ts";

/** The words of an article, whose page is what search engines should show. */
export const showMarkdown: Handler = async ({ request, path }, { site, siteUrl, stored, fromNext, missing }) => {
  const article = /^(\/\w\w\/blog\/[^/]+)\.md$/.exec(path)?.[1];
  if (!article) return undefined;
  const made = internalPaths.markdown(article);
  const text = site?.findInternal(made);
  if (site && !text) return missing(path, request);
  const answer = text ? await stored(text, request) : await fromNext(request, encodeURI(made));
  return { ...answer, headers: { ...answer.headers, link: `<${siteUrl + encodeURI(article)}>; rel="canonical"` } };
};
