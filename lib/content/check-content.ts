import { locales } from "#lib/i18n/locales.ts";
import { readArticles } from "./articles.ts";
import { readAuthors } from "./authors.ts";
import { toBody } from "./body.ts";
import { readCategories } from "./categories.ts";
import { checkLinks, linkedText } from "./check-links.ts";
import { checkRedirects } from "./check-redirects.ts";
import { readClients } from "./clients.ts";
import { byPlace, type Problem, problemLine } from "./content-error.ts";
import { type ContentFile, contentRoot } from "./content-folder.ts";
import { readHubs } from "./hubs.ts";
import { readIndustries } from "./industries.ts";
import { readMarkdown } from "./markdown.ts";
import { readPages } from "./pages.ts";
import { readProjects } from "./projects.ts";
import { readRedirects } from "./redirects.ts";
import { readReplies } from "./replies.ts";
import { readRouting } from "./routing.ts";
import { readServices } from "./services.ts";
import { readSite } from "./site.ts";
import { siteAddresses } from "./site-addresses.ts";
import { readTags } from "./tags.ts";

type ContentCheck = {
  errors: Problem[];
  warnings: Problem[];
  counts: { articles: number; services: number; industries: number; hubs: number; projects: number; pages: number };
};

/** Reads every content file, texts included, and gathers all that is wrong, in the order of files and lines. */
export function checkContent(root = contentRoot): ContentCheck {
  const articles = locales.map((locale) => readArticles(root, locale));
  const services = locales.map((locale) => readServices(root, locale));
  const industries = locales.map((locale) => readIndustries(root, locale));
  const hubs = locales.map((locale) => readHubs(root, locale));
  const projects = locales.map((locale) => readProjects(root, locale));
  const pages = locales.map((locale) => readPages(root, locale));
  const readings = [...articles, ...services, ...industries, ...hubs, ...projects, ...pages];
  const files = readings.flatMap((reading) => reading.files);

  const texts = files.map((file) => ({ file, ...readMarkdown(file, root) }));
  const linked = texts.flatMap(({ file, tree, problems }) => {
    const isWhole = tree && problems.every(({ severity }) => severity === "warning");
    return isWhole ? [linkedText(file, toBody(tree, file.locale).tree)] : [];
  });
  const entries = articles.flatMap((reading) => reading.entries);
  const addresses = siteAddresses(files, entries);
  const unread = locales.filter((_, index) => articles[index]?.files.length !== articles[index]?.entries.length);

  const found = [
    ...[
      readCategories(root),
      readTags(root),
      readSite(root),
      readAuthors(root),
      readClients(root),
      readRouting(root),
      ...locales.map((locale) => readReplies(root, locale)),
      readRedirects(root),
      ...readings,
    ].flatMap((reading) => reading.problems),
    ...texts.flatMap(({ problems }) => problems),
    ...checkLinks(linked, addresses, unread),
    ...checkRedirects(root, addresses),
    ...missingTranslations(files),
  ];
  // A file without front matter is met twice, once for its keys and once for its text.
  const problems = [...new Map(found.map((problem) => [problemLine(problem), problem])).values()].sort(byPlace);

  const countOf = (kind: { files: ContentFile[] }[]) => kind.flatMap((reading) => reading.files).length;
  return {
    errors: problems.filter((problem) => problem.severity === "error"),
    warnings: problems.filter((problem) => problem.severity === "warning"),
    counts: {
      articles: countOf(articles),
      services: countOf(services),
      industries: countOf(industries),
      hubs: countOf(hubs),
      projects: countOf(projects),
      pages: countOf(pages),
    },
  };
}

function missingTranslations(files: ContentFile[]): Problem[] {
  const written = new Set(files.map(({ kind, locale, name }) => `${locale}/${kind}/${name}`));
  return files.flatMap(({ kind, name, file }) => {
    const missing = locales.filter((locale) => !written.has(`${locale}/${kind}/${name}`));
    return missing.map((locale): Problem => {
      const message = `has no pair in ${locale}; a translation has the same file name`;
      return { severity: "warning", file, line: 1, column: 1, field: "translation", message };
    });
  });
}
