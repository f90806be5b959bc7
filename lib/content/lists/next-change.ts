import { readArticles } from "#lib/content/kinds/article.ts";
import { readOpenings } from "#lib/content/kinds/opening.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { fromColombianMinute } from "#lib/hours/from-colombian-minute.ts";
import { locales } from "#lib/i18n/locales.ts";

const dayMs = 24 * 60 * 60_000;

/** When readers are next to see an article or an opening that they did not see at an instant, or to see one no longer; in UTC. */
export function nextChange(after: Date, root = contentRoot): string | undefined {
  const articles = locales.flatMap((locale) => readArticles(root, locale).entries).filter(({ draft }) => !draft);
  const openings = locales.flatMap((locale) => readOpenings(root, locale).entries);
  const changes = [...articles, ...openings].flatMap(({ start, until }) => {
    const end = until ? [new Date(fromColombianMinute(`${until}T00:00`).getTime() + dayMs)] : [];
    return [fromColombianMinute(start), ...end];
  });
  const next = changes.filter((change) => change > after).sort((a, b) => a.getTime() - b.getTime())[0];
  return next?.toISOString();
}
