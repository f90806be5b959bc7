import { appendFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readCategories } from "#lib/content/settings/categories.ts";
import { readHomeWords } from "#lib/content/settings/home-words.ts";
import { readRedirects } from "#lib/content/settings/redirects.ts";
import { readSite } from "#lib/content/settings/site.ts";
import { readTags } from "#lib/content/settings/tags.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { readArticles } from "./article.ts";
import { readAuthors } from "./author.ts";
import { readClients } from "./client.ts";
import { readHome } from "./home.ts";
import { readHubs } from "./hub.ts";
import { readIndustries } from "./industry.ts";
import { readMenu } from "./menu.ts";
import { readOpenings } from "./opening.ts";
import { readPages } from "./page.ts";
import { readProjects } from "./project.ts";
import { readReplies } from "./reply.ts";
import { readRouting } from "./routing.ts";
import { readServices } from "./service.ts";

const folders = ["blog", "services", "hubs", "industries", "projects", "openings", "pages", "replies"];
const inFolders = ["en", "es"].flatMap((locale) => folders.map((folder) => `${locale}/${folder}/a.md`));

test.each<[what: string, read: (root: string) => unknown, files: string[]]>([
  [
    "articles",
    (root) => readArticles(root, "es"),
    [
      "es/blog/a.md",
      "es/services/a.md",
      "es/hubs/a.md",
      "categories.yaml",
      "tags.yaml",
      "authors/ana.yaml",
      "images/a.jpg",
    ],
  ],
  ["authors", readAuthors, ["authors/ana.yaml"]],
  ["categories", readCategories, ["categories.yaml"]],
  ["clients", readClients, ["clients.yaml"]],
  ["the home page", readHome, ["home.yaml", "clients.yaml", "en/services/a.md", "es/services/a.md"]],
  ["the words of the home page", (root) => readHomeWords(root, "es"), ["es/home.yaml"]],
  ["hubs", (root) => readHubs(root, "es"), ["es/hubs/a.md"]],
  ["industries", (root) => readIndustries(root, "es"), ["es/industries/a.md", "es/services/a.md", "clients.yaml"]],
  ["the menu", readMenu, ["menu.yaml", ...inFolders.filter((file) => !/\/(blog|openings|replies)\//.test(file))]],
  ["openings", (root) => readOpenings(root, "es"), ["es/openings/a.md", "es/services/a.md"]],
  ["pages", (root) => readPages(root, "es"), ["es/pages/a.md"]],
  ["projects", (root) => readProjects(root, "es"), ["es/projects/a.md", "es/services/a.md", "clients.yaml"]],
  ["redirects", readRedirects, ["redirects.yaml"]],
  ["replies", (root) => readReplies(root, "es"), ["es/replies/a.md", "es/blog/a.md"]],
  ["routing", readRouting, ["routing.yaml", "en/services/a.md"]],
  ["services", (root) => readServices(root, "es"), ["es/services/a.md", "es/hubs/a.md"]],
  ["the site", readSite, ["site.yaml"]],
  ["tags", readTags, ["tags.yaml"]],
])(
  "while somebody writes, %s are read again when what they are made of has changed, and else are not",
  (_what, read, files) => {
    const root = temporaryContent(Object.fromEntries([...inFolders, "images/a.jpg"].map((file) => [file, "words"])));
    for (const file of files) {
      const before = read(root);
      expect(read(root)).toBe(before);
      appendFileSync(path.join(root, file), "more\n");
      expect(read(root), file).not.toBe(before);
    }
    const last = read(root);
    appendFileSync(path.join(root, "en/other.md"), "of something else");
    expect(read(root)).toBe(last);
  },
);
