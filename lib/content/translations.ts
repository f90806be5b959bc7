import type { Locale } from "#lib/i18n/locales.ts";
import type { Article } from "./article.ts";
import { getArticles } from "./articles.ts";
import { contentRoot } from "./content-folder.ts";
import type { Hub } from "./hub.ts";
import { getHubs } from "./hubs.ts";
import { getIndustries } from "./industries.ts";
import type { Industry } from "./industry.ts";
import type { Page } from "./page.ts";
import { getPages } from "./pages.ts";
import type { Project } from "./project.ts";
import { getProjects } from "./projects.ts";
import type { Service } from "./service.ts";
import { getServices } from "./services.ts";

export type Entry = Article | Service | Industry | Hub | Project | Page;

/** The same entry in another language: the one with the same file name. */
export function findCounterpart(entry: Entry, locale: Locale, root = contentRoot): Entry | undefined {
  return readers[entry.kind](locale, root).find((other) => other.name === entry.name);
}

const readers = {
  blog: getArticles,
  services: getServices,
  industries: getIndustries,
  hubs: getHubs,
  projects: getProjects,
  pages: getPages,
};
