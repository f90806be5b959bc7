/**
 * Where a page of a list leads once it is gone, as lists become shorter and empty with their articles: a further page to the
 * first, a category, tag or author to the blog, and a feed of a category to that of all. Undefined of what is no page of a list.
 */
export function listAbove(path: string): string | undefined {
  const [, first] = /^(.*)\/page\/\d+$/.exec(path) ?? [];
  const [, blog] = /^(\/\w+\/blog)\/(?:category|tag|author)\/[^/]+$/.exec(path) ?? [];
  const [, locale, feed] = /^(\/\w+)\/blog\/category\/[^/]+(\/feed\.\w+)$/.exec(path) ?? [];
  return first ?? blog ?? (locale && feed && locale + feed);
}
