import type { Messages } from "#content/en/messages.ts";
import type { Locale } from "./locales.ts";
import { paths } from "./paths.ts";
import { projectsTitle } from "./projects-title.ts";

export type FixedPage = {
  /** Its address in each language. */
  pathIn(locale: Locale): string;
  /** Whether visitors come to it to write to us. */
  isForLeads?: true;
  /** Where it is not, nothing leads to the page, and search engines are to leave it out. */
  isShown?(has: Has): boolean;
  /** Left out where a file in content/ says it. */
  words?(text: Messages, has: Has): Words;
};

/** What there is of what a page is named after, or is there for. */
export type Has = { stories: number; openings: number };

export type Words = {
  title: string;
  /** What it is about, for search engines, lists and the search. */
  description: string;
  /** What else it says. */
  text?: string;
};

/** Every page that stands whatever content/ holds. The blog has more pages of its own. */
export const fixedPages: FixedPage[] = [
  { pathIn: paths.home },
  { pathIn: paths.services, words: ({ services }) => list(services) },
  { pathIn: paths.projects, words: ({ projects }, has) => list({ ...projects, title: projectsTitle(projects, has) }) },
  { pathIn: paths.industries, words: ({ industries }) => list(industries) },
  { pathIn: paths.hubs, words: ({ hubs }) => list(hubs) },
  { pathIn: paths.blog, words: ({ blog }) => list(blog) },
  { pathIn: paths.about },
  { pathIn: paths.hours, words: ({ hours }) => form(hours) },
  { pathIn: paths.canada },
  { pathIn: paths.privacy },
  { pathIn: paths.vendor, words: ({ vendor }) => form(vendor) },
  { pathIn: paths.careers, isShown: ({ openings }) => openings > 0, words: ({ openings }) => list(openings) },
  { pathIn: paths.inquiry, isForLeads: true, words: ({ inquiry }) => form(inquiry) },
  { pathIn: paths.contact, isForLeads: true, words: ({ contact }) => form(contact) },
  { pathIn: paths.newsletter, isForLeads: true, words: ({ newsletter }) => form(newsletter) },
];

function list({ title, lead }: { title: string; lead: string }): Words {
  return { title, description: lead };
}

function form({ title, description, lead }: { title: string; description: string; lead: string }): Words {
  return { title, description, text: lead };
}
