import type { Locale } from "./locales.ts";
import { getMessages } from "./messages.ts";
import { paths } from "./paths.ts";

type FixedPage = {
  /** Its address in each language. */
  pathIn(locale: Locale): string;
  title: string;
  /** What it is about, for search engines, lists and the search. */
  description: string;
  /** What else it says. */
  text?: string;
};

/** Every page that readers find and that no file of content/ is. Its list of articles has more pages of its own. */
export function fixedPages(locale: Locale): FixedPage[] {
  const { home, siteDescription, ...text } = getMessages(locale);
  const list = (pathIn: FixedPage["pathIn"], { title, lead }: { title: string; lead: string }) => {
    return { pathIn, title, description: lead };
  };
  const form = (pathIn: FixedPage["pathIn"], words: { title: string; description: string; lead: string }) => {
    return { pathIn, title: words.title, description: words.description, text: words.lead };
  };
  return [
    { pathIn: paths.home, title: home.title, description: siteDescription },
    list(paths.services, text.services),
    list(paths.industries, text.industries),
    list(paths.hubs, text.hubs),
    list(paths.projects, text.projects),
    list(paths.blog, text.blog),
    form(paths.hours, text.hours),
    form(paths.inquiry, text.inquiry),
    form(paths.contact, text.contact),
    form(paths.newsletter, text.newsletter),
  ];
}
