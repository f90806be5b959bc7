import { createHmac } from "node:crypto";
import { type Article, readArticles } from "#lib/content/kinds/article.ts";
import { isToCome } from "#lib/content/kinds/is-to-come.ts";
import { type Opening, readOpenings } from "#lib/content/kinds/opening.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { question } from "#lib/question.ts";
import { previewSecret } from "#lib/release/preview-secret.ts";

type Preview = { entry: Article | Opening; code: string; path: string };

/** Drafts, and articles and openings to come, each with its secret address, which stays the same for as long as its file has its name. */
export const previews = question("previews", (locale: Locale, root = contentRoot): Preview[] => {
  const entries = [...readArticles(root, locale).entries, ...readOpenings(root, locale).entries];
  const hidden = entries.filter(isToCome);
  return hidden.map((entry) => {
    const named = [locale, ...(entry.kind === "blog" ? [] : [entry.kind]), entry.name].join("/");
    const code = createHmac("sha256", previewSecret()).update(named).digest("hex").slice(0, 32);
    return { entry, code, path: paths.preview(locale, code) };
  });
});

export const previewOf = question(
  "preview",
  (locale: Locale, kind: Preview["entry"]["kind"], name: string, root = contentRoot): Preview | undefined => {
    return previews(locale, root).find(({ entry }) => entry.kind === kind && entry.name === name);
  },
);
