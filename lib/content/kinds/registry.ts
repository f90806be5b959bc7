import { getCategories } from "#lib/content/settings/categories.ts";
import { getTags } from "#lib/content/settings/tags.ts";
import type { Kind } from "#lib/content/source/content-folder.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { articleSchema, getArticles, readArticles } from "./article.ts";
import { getHubs, hubSchema, readHubs } from "./hub.ts";
import { getIndustries, industrySchema, readIndustries } from "./industry.ts";
import { getOpenings, openingSchema, readOpenings } from "./opening.ts";
import { getPages, pageSchema, readPages } from "./page.ts";
import { getProjects, projectSchema, readProjects } from "./project.ts";
import { publicationOf } from "./publication.ts";
import { getServices, readServices, serviceSchema } from "./service.ts";

type KindOf<OneEntry, Read> = {
  /** What the front matter of its files may say. */
  schema(root: string, locale: Locale): object;
  /** Its files, with what is wrong in them. */
  read: Read;
  /** What readers find. */
  get(locale: Locale, root?: string): readonly OneEntry[];
  /**
   * What the search knows of an entry beside its title, description and text: what the page says of its front matter before
   * its text, and words that are not shown. Undefined where readers do not see the entry.
   */
  find(entry: OneEntry, root: string): { shown?: string[]; keywords?: string[] } | undefined;
};

/** Every kind of entry. */
export const registry = {
  blog: kindOf({
    schema: articleSchema,
    read: readArticles,
    get: getArticles,
    find(article, root) {
      if (publicationOf(article) !== "published") return undefined;
      const { locale, category, tags } = article;
      const names = [getCategories(root)[category], ...tags.map((tag) => getTags(root)[tag])];
      return { keywords: names.map((name) => name?.[locale] ?? "") };
    },
  }),
  services: kindOf({
    schema: serviceSchema,
    read: readServices,
    get: getServices,
    find: ({ audience, outcome, start }) => ({ shown: [audience, outcome, start] }),
  }),
  industries: kindOf({
    schema: industrySchema,
    read: readIndustries,
    get: getIndustries,
    find: ({ tasks }) => ({ shown: tasks }),
  }),
  hubs: kindOf({
    schema: () => hubSchema,
    read: readHubs,
    get: getHubs,
    find: ({ knownFor, country }) => ({ shown: knownFor, keywords: [country] }),
  }),
  projects: kindOf({
    schema: projectSchema,
    read: readProjects,
    get: getProjects,
    find: ({ client }) => ({ keywords: [client] }),
  }),
  openings: kindOf({
    schema: openingSchema,
    read: readOpenings,
    get: getOpenings,
    find: ({ place, languages }) => ({ keywords: [place.city ?? "", ...languages] }),
  }),
  pages: kindOf({ schema: () => pageSchema, read: readPages, get: getPages, find: () => ({}) }),
} satisfies Record<Kind, object>;

export type Entry = ReturnType<(typeof registry)[Kind]["get"]>[number];

/** What readers can find of a kind goes with its entry. */
function kindOf<OneEntry, Read>({ schema, read, get, find }: KindOf<OneEntry, Read>) {
  const search = (locale: Locale, root: string) =>
    get(locale, root).flatMap((entry) => {
      const found = find(entry, root);
      return found ? [{ entry, shown: found.shown ?? [], keywords: found.keywords ?? [] }] : [];
    });
  return { schema, read, get, search };
}
