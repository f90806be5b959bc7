import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { folderForTests } from "#lib/folder-for-tests.ts";

/** A content folder for one test: categories, tags, an author and a name for the site, and the files given by their path in it. */
export function temporaryContent(files: Record<string, string | Uint8Array>) {
  const project = folderForTests();
  const root = path.join(project, "content");
  for (const [file, text] of Object.entries({ ...always, ...files })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return root;
}

const homeKeys = "title lead inquiryButton servicesButton servicesTitle articlesTitle clientsTitle metaTitle";
const homeWords = [
  ...homeKeys.split(" ").map((key) => `${key}: Words of the home page\n`),
  `meta_description: ${"Words of the home page ".repeat(4)}\n`,
].join("");

const always: Record<string, string> = {
  "categories.yaml": "innovation: { en: Innovation, es: Innovación }\nsupport: { en: Support, es: Soporte }\n",
  "tags.yaml": "hiring: { en: Hiring, es: Contratación }\nnearshoring: { en: Nearshoring, es: Nearshoring }\n",
  "clients.yaml": "retail: { name: { en: Retail, es: Comercio }, clients: [Target] }\n",
  "routing.yaml": "rules: []\n",
  "sales-phrases.yaml": "needs: [we need]\npitches: { search: [backlink*] }\n",
  "spam-examples.yaml": "pitches: [Buy backlinks]\ninquiries: [We need an engineer]\n",
  "redirects.yaml": "redirects: []\n",
  "site.yaml": "name: DreamCode\n",
  "home.yaml": "services: []\n",
  "menu.yaml": "menu: [{ page: blog }]\ncompany: [{ page: about }]\ntalk: [{ page: contact }]\n",
  "en/home.yaml": homeWords,
  "es/home.yaml": homeWords,
  "authors/ana.yaml": "name: Ana María\n",
  // Every page leads to these.
  ...Object.fromEntries(
    ["en", "es"].flatMap((locale) =>
      ["about", "canada", "privacy"].map((name) => [`${locale}/pages/${name}.md`, page(name)]),
    ),
  ),
};

function page(name: string) {
  const description = `What is said of ${name} on a page of its own, for those who read on from the foot of any other page.`;
  return `---\ntitle: ${name}\nmetaTitle: The page ${name}\nmeta_description: ${description}\n---\n\nText.\n`;
}

/** A post in the marketers' format. A value replaces the line of its key; undefined leaves the line out. */
export function post(changes: Record<string, string | undefined> = {}, body = "\nPeople and time zones.\n") {
  const keys = {
    metaTitle: "Support teams from Medellín for companies in Toronto",
    meta_description:
      "What a company in Toronto can expect from a support team in Medellín, with hours, roles and first steps.",
    title: "Support teams, one hour away",
    read: "5-10min",
    date: "April 02, 2025",
    url: "support-teams-one-hour-away",
    category: "support",
    ...changes,
  };
  const lines = Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : `${key}: ${value}`));
  return `---\n${lines.join("\n")}\n---\n${body}`;
}
