import { Document, isSeq } from "yaml";
import { readAuthors } from "#lib/content/kinds/author.ts";
import { readCategories } from "#lib/content/settings/categories.ts";
import type { NamedSlugs } from "#lib/content/settings/named-slugs.ts";
import { readTags } from "#lib/content/settings/tags.ts";
import { colombianDate } from "#lib/hours/colombian-date.ts";
import { beginning } from "#lib/import/read/clean-text.ts";
import type { Note } from "#lib/import/read/source.ts";
import type { Planned } from "./plan-posts.ts";
import { slugFrom } from "./slug-from.ts";

export type Lists = { categories: NamedSlugs; tags: NamedSlugs; authors: { slug: string; name: string }[] };

export function readLists(root: string): Lists {
  return {
    categories: readCategories(root).value ?? {},
    tags: readTags(root).value ?? {},
    authors: readAuthors(root).authors,
  };
}

// What is left out is in no draft: to write it into hundreds by hand is more than to import them again.
const again = "to keep some, write them there, remove the drafts and import again";

type Rest = { description: string; imglink?: string; category?: string };

/** The front matter of a draft, with what it cannot say told: names that no list has, and what had to be made up. */
export function frontMatterOf(
  { keys, head, url }: Planned,
  rest: Rest,
  lists: Lists,
  tell: (note: Note) => void,
): string {
  const title = titleOf(keys.title ?? head.name);
  const known = (list: NamedSlugs) =>
    Object.entries(list).map(([slug, names]) => ({ slug, names: Object.values(names) }));
  const authors = lists.authors.map(({ slug, name }) => ({ slug, names: [name] }));

  const category = keys.categories.map((name) => found(name, known(lists.categories))).find(Boolean);
  const assumed = rest.category ?? Object.keys(lists.categories)[0] ?? "";
  const tags = new Set<string>();
  for (const name of keys.tags) {
    const tag = found(name, known(lists.tags));
    if (tag) tags.add(tag);
    else tell({ what: "tag", name, why: `not in content/tags.yaml; ${again}` });
  }
  for (const name of keys.categories) {
    const tag = found(name, known(lists.tags));
    const isCategory = found(name, known(lists.categories));
    if (tag && !isCategory) tags.add(tag);
    else if (!isCategory)
      tell({
        what: "category",
        name,
        why: `not in content/categories.yaml${category ? "" : ` (“${assumed}” stands in its place)`}; ${again}`,
      });
    else if (isCategory !== category)
      tell({ what: "category", name, why: `a post has one, and this one has “${category}”` });
  }
  if (keys.categories.length === 0 && !rest.category)
    tell({ what: "category", why: `none is named; “${assumed}” stands there, change it where it does not fit` });
  const writers = keys.authors.flatMap((name) => {
    const author = found(name, authors);
    if (!author)
      tell({
        what: "author",
        name,
        why: `no file in content/authors; ${again}`,
      });
    return author ?? [];
  });

  if (!keys.meta_description)
    tell({
      what: "meta_description",
      why: "none is named; the beginning of the text stands there, write 70 to 160 characters",
    });
  if (!keys.date) tell({ what: "date", why: "none is named; today stands there" });
  for (const name of keys.unknown) tell({ what: "key", name, why: "no place in our front matter; left out" });
  const date = keys.date ?? colombianDate(new Date());
  const front = {
    metaTitle: titleOf(keys.metaTitle ?? title),
    meta_description: beginning(keys.meta_description ?? rest.description, 480) || title,
    title,
    date,
    ...(keys.updated && keys.updated > date ? { updated: keys.updated } : {}),
    url,
    category: category ?? assumed,
    ...(tags.size > 0 ? { tags: [...tags] } : {}),
    ...(writers.length > 0 ? { author: [...new Set(writers)] } : {}),
    ...(rest.imglink ? { imglink: rest.imglink } : {}),
    ...(rest.imglink && keys.imgalt ? { imgalt: beginning(keys.imgalt, 290) } : {}),
    ...(rest.imglink && keys.imgcaption ? { imgcaption: beginning(keys.imgcaption, 290) } : {}),
    ...(rest.imglink && keys.imgcredit ? { imgcredit: titleOf(keys.imgcredit) } : {}),
    draft: true,
  };
  const document = new Document(front);
  for (const key of ["tags", "author"]) {
    const list = document.get(key, true);
    if (isSeq(list)) list.flow = true;
  }
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n`;
}

function titleOf(words: string): string {
  return beginning(words, 190) || "Untitled";
}

/** The slug that a name means, by itself or by one of the names that readers see. */
function found(name: string, known: { slug: string; names: string[] }[]): string | undefined {
  const wanted = slugFrom(name);
  return known.find(
    ({ slug, names }) => wanted !== "" && (slug === wanted || names.some((other) => slugFrom(other) === wanted)),
  )?.slug;
}
