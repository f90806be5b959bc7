import type { Kind } from "#lib/content/source/content-folder.ts";
import { getArticles, readArticles } from "./article.ts";
import { getHubs, readHubs } from "./hub.ts";
import { getIndustries, readIndustries } from "./industry.ts";
import { getPages, readPages } from "./page.ts";
import { getProjects, readProjects } from "./project.ts";
import { getServices, readServices } from "./service.ts";

/** Every kind of entry: `read` gives its files with what is wrong in them, `get` what readers find. */
export const registry = {
  blog: { read: readArticles, get: getArticles },
  services: { read: readServices, get: getServices },
  industries: { read: readIndustries, get: getIndustries },
  hubs: { read: readHubs, get: getHubs },
  projects: { read: readProjects, get: getProjects },
  pages: { read: readPages, get: getPages },
} satisfies Record<Kind, object>;

export type Entry = ReturnType<(typeof registry)[Kind]["get"]>[number];
