import type { Messages } from "#content/en/messages.ts";
import type { Locale } from "./locales.ts";
import { paths } from "./paths.ts";

type FixedPage = {
  /** Its address in each language. */
  pathIn(locale: Locale): string;
  /** What it is called in the menu, and in the columns of the footer. */
  links?(text: Messages): Partial<Record<"menu" | "company" | "talk", string>>;
  /** Left out where a file in content/ says it. */
  words?(text: Messages): Words;
};

type Words = {
  title: string;
  /** What it is about, for search engines, lists and the search. */
  description: string;
  /** What else it says. */
  text?: string;
};

/** Every page that stands whatever content/ holds, as menu and footer show them. The blog has more pages of its own. */
export const fixedPages: FixedPage[] = [
  { pathIn: paths.home, words: ({ home, siteDescription }) => ({ title: home.title, description: siteDescription }) },
  {
    pathIn: paths.services,
    links: ({ nav }) => ({ menu: nav.services }),
    words: ({ services }) => list(services),
  },
  {
    pathIn: paths.projects,
    links: ({ nav }) => ({ menu: nav.projects, company: nav.projects }),
    words: ({ projects }) => list(projects),
  },
  {
    pathIn: paths.industries,
    links: ({ nav }) => ({ company: nav.industries }),
    words: ({ industries }) => list(industries),
  },
  {
    pathIn: paths.hubs,
    links: ({ nav }) => ({ menu: nav.hubs, company: nav.hubs }),
    words: ({ hubs }) => list(hubs),
  },
  {
    pathIn: paths.blog,
    links: ({ nav }) => ({ menu: nav.blog, company: nav.blog }),
    words: ({ blog }) => list(blog),
  },
  { pathIn: paths.about, links: ({ nav }) => ({ menu: nav.about, company: nav.about }) },
  { pathIn: paths.hours, words: ({ hours }) => form(hours) },
  { pathIn: paths.canada, links: ({ footer }) => ({ company: footer.canada }) },
  { pathIn: paths.privacy, links: ({ footer }) => ({ company: footer.privacy }) },
  {
    pathIn: paths.inquiry,
    links: ({ nav }) => ({ talk: nav.inquiry }),
    words: ({ inquiry }) => form(inquiry),
  },
  {
    pathIn: paths.contact,
    links: ({ nav }) => ({ menu: nav.contact, talk: nav.contact }),
    words: ({ contact }) => form(contact),
  },
  {
    pathIn: paths.newsletter,
    links: ({ newsletter }) => ({ talk: newsletter.title }),
    words: ({ newsletter }) => form(newsletter),
  },
];

function list({ title, lead }: { title: string; lead: string }): Words {
  return { title, description: lead };
}

function form({ title, description, lead }: { title: string; description: string; lead: string }): Words {
  return { title, description, text: lead };
}
