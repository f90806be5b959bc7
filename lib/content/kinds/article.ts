import { z } from "zod";
import type { ContentFile } from "#lib/content/source/content-folder.ts";
import { day } from "#lib/content/source/day.ts";
import { flag, list, oneOf, text } from "#lib/content/source/fields.ts";
import { type ReadingMinutes, readingMinutes } from "#lib/content/text/reading-minutes.ts";

// Of the page "harbor" there are harbor.html, harbor.rsc and so on, where an article "harbor.html" has a folder.
const builtEnding = /\.(html|br|gz|rsc|meta|segments)$/i;

/** The front matter of a blog post, key for key as the marketers keep it. */
export function articleSchema(known: {
  categories: string[] | undefined;
  tags: string[] | undefined;
  authors: string[];
  services: string[];
  hubs: string[];
}) {
  return z.strictObject({
    metaTitle: text(),
    meta_description: text(500),
    title: text(),
    read: readingMinutes.optional(),
    date: day,
    url: text()
      .regex(/^(?=.*[a-z0-9])[a-z0-9._-]+$/i, "may only have letters without accents, digits, - _ and .")
      .refine((url) => !url.toLowerCase().endsWith(".md"), "may not end in .md, where each article stands as Markdown")
      .superRefine((url, context) => {
        const ending = builtEnding.exec(url)?.[0];
        const message = `may not end in ${ending}, as the files that the build makes of another url; leave the ending out`;
        if (ending) context.addIssue(message);
      }),
    category: oneOf("category", known.categories, "; a new one needs a line in content/categories.yaml"),
    imglink: text().optional(),
    imgalt: text(300).optional(),
    imgcaption: text(300).optional(),
    imgcredit: text().optional(),
    author: oneOf("author", known.authors, "; a new one needs a file in content/authors").optional(),
    updated: day.optional(),
    draft: flag.default(false),
    tags: list(oneOf("tag", known.tags, "; a new one needs a line in content/tags.yaml")).transform((tags) => [
      ...new Set(tags),
    ]),
    hubs: list(oneOf("hub", known.hubs)),
    services: list(oneOf("service", known.services)),
  });
}

/** `slug` is the `url` of the front matter; `image` is there only when content/images has the file. */
export type Article = ContentFile & {
  kind: "blog";
  slug: string;
  title: string;
  metaTitle: string;
  description: string;
  date: string;
  updated?: string;
  readingMinutes: ReadingMinutes;
  category: string;
  image?: string;
  imageAlt?: string;
  imageCaption?: string;
  imageCredit?: string;
  author?: string;
  tags: string[];
  services: string[];
  hubs: string[];
  draft: boolean;
};
