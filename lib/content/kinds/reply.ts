import path from "node:path";
import { z } from "zod";
import { errorOfFile, type Problem, throwOnErrors } from "#lib/content/source/content-error.ts";
import { contentRoot, entriesOf, fileIn, listFiles, refuseList } from "#lib/content/source/content-folder.ts";
import { day } from "#lib/content/source/day.ts";
import { list, text } from "#lib/content/source/fields.ts";
import { memoizeContent } from "#lib/content/source/memoize-content.ts";
import { nearest } from "#lib/content/source/nearest.ts";
import { readYamlFile } from "#lib/content/source/read-yaml-file.ts";
import { colombianDate } from "#lib/hours/colombian-date.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { question } from "#lib/question.ts";
import type { Article } from "./article.ts";

const reply = z.strictObject({ name: text(), date: day, text: text(10_000) });

const repliesSchema = z.strictObject({ replies: list(reply) });

/** What a reader wrote under an article, and somebody of the team decided to show. `date` is YYYY-MM-DD. */
export type Reply = z.infer<typeof reply>;

/** The replies that are shown under an article, in the order of their file. */
export function getReplies({ locale, name }: Pick<Article, "locale" | "name">, root = contentRoot): Reply[] {
  return repliesTo(locale, name, root);
}

const repliesTo = question("replies", (locale: Locale, name: string, root = contentRoot): Reply[] => {
  const { replies, problems } = readReplies(root, locale);
  throwOnErrors(problems);
  return replies.get(name) ?? [];
});

/** By the file name of the article, which their own file shares. */
export const readReplies = memoizeContent(
  (root: string, locale: Locale) => {
    const articles = listFiles(root, locale, "blog").files.map(({ name }) => name);
    const replies = new Map<string, Reply[]>();
    const problems: Problem[] = [];
    const today = colombianDate(new Date());

    for (const entry of entriesOf(path.join(/* turbopackIgnore: true */ root, locale, "replies"))) {
      const { name } = path.parse(entry.name.normalize("NFC"));
      const refusal = refuseList(entry) ?? strayed(name, articles);
      if (refusal) {
        problems.push(errorOfFile(fileIn(root, locale, "replies", entry.name), "file name", refusal));
        continue;
      }
      const reading = readYamlFile(root, `${locale}/replies/${entry.name}`, repliesSchema);
      problems.push(...reading.problems);
      for (const [index, { date }] of (reading.value?.replies ?? []).entries()) {
        if (date <= today) continue;
        const place = reading.placeOf?.("replies", index, "date") ?? { line: 1, column: 1 };
        const file = fileIn(root, locale, "replies", entry.name);
        problems.push({ severity: "warning", file, ...place, field: "date", message: "is still to come; correct it" });
      }
      if (reading.value) replies.set(name, reading.value.replies);
    }
    return { replies, problems };
  },
  (_, locale) => [`${locale}/replies`, `${locale}/blog`],
);

function strayed(name: string, articles: string[]): string | undefined {
  if (articles.includes(name)) return undefined;
  const meant = nearest(name, articles);
  return `no article has this file name; ${meant ? `did you mean ${meant}?` : "name it like the file in blog"}`;
}
