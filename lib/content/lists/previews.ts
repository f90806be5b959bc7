import { createHmac } from "node:crypto";
import { type Article, readArticles } from "#lib/content/kinds/article.ts";
import { publicationOf } from "#lib/content/kinds/publication.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { question } from "#lib/question.ts";
import { previewSecret } from "#lib/release/preview-secret.ts";

type Preview = { article: Article; code: string; path: string };

/** Drafts and articles to come, each with its secret address, which stays the same for as long as its file has its name. */
export const previews = question("previews", (locale: Locale, root = contentRoot): Preview[] => {
  const hidden = readArticles(root, locale).entries.filter((article) =>
    ["draft", "scheduled"].includes(publicationOf(article)),
  );
  return hidden.map((article) => {
    const code = createHmac("sha256", previewSecret()).update(`${locale}/${article.name}`).digest("hex").slice(0, 32);
    return { article, code, path: paths.preview(locale, code) };
  });
});

export const previewOf = question(
  "preview",
  (locale: Locale, name: string, root = contentRoot): Preview | undefined => {
    return previews(locale, root).find(({ article }) => article.name === name);
  },
);
