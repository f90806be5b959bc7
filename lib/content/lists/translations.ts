import type { Article } from "#lib/content/kinds/article.ts";
import { getArticles } from "#lib/content/kinds/article.ts";
import type { Hub } from "#lib/content/kinds/hub.ts";
import { getHubs } from "#lib/content/kinds/hub.ts";
import type { Industry } from "#lib/content/kinds/industry.ts";
import { getIndustries } from "#lib/content/kinds/industry.ts";
import type { Page } from "#lib/content/kinds/page.ts";
import { getPages } from "#lib/content/kinds/page.ts";
import type { Project } from "#lib/content/kinds/project.ts";
import { getProjects } from "#lib/content/kinds/project.ts";
import type { Service } from "#lib/content/kinds/service.ts";
import { getServices } from "#lib/content/kinds/service.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import type { Locale } from "#lib/i18n/locales.ts";

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
