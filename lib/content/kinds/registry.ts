import { getCategories } from "#lib/content/settings/categories.ts";
import { getTags } from "#lib/content/settings/tags.ts";
import type { Kind } from "#lib/content/source/content-folder.ts";
import { type Article, getArticles, readArticles } from "./article.ts";
import { getHubs, type Hub, readHubs } from "./hub.ts";
import { getIndustries, type Industry, readIndustries } from "./industry.ts";
import { getPages, readPages } from "./page.ts";
import { getProjects, type Project, readProjects } from "./project.ts";
import { publicationOf } from "./publication.ts";
import { getServices, readServices, type Service } from "./service.ts";

/** What is found of an entry beside its title, description and text: undefined when readers do not see it. */
export type Found = { shown?: string[]; keywords?: string[] } | undefined;

/**
 * Every kind of entry: `read` gives its files with what is wrong in them, `get` what readers find, and `find` what the
 * search knows of one: what the page says of its front matter before its text, and words that are not shown.
 */
export const registry = {
  blog: {
    read: readArticles,
    get: getArticles,
    find(article: Article, root: string): Found {
      if (publicationOf(article) !== "published") return undefined;
      const { locale, category, tags } = article;
      const names = [getCategories(root)[category], ...tags.map((tag) => getTags(root)[tag])];
      return { keywords: names.map((name) => name?.[locale] ?? "") };
    },
  },
  services: {
    read: readServices,
    get: getServices,
    find: ({ audience, outcome, start }: Service): Found => ({ shown: [audience, outcome, start] }),
  },
  industries: { read: readIndustries, get: getIndustries, find: ({ tasks }: Industry): Found => ({ shown: tasks }) },
  hubs: {
    read: readHubs,
    get: getHubs,
    find: ({ knownFor, country }: Hub): Found => ({ shown: knownFor, keywords: [country] }),
  },
  projects: {
    read: readProjects,
    get: getProjects,
    find: ({ client }: Project): Found => ({ keywords: [client] }),
  },
  pages: { read: readPages, get: getPages, find: (): Found => ({}) },
} satisfies Record<Kind, object>;

export type Entry = ReturnType<(typeof registry)[Kind]["get"]>[number];
