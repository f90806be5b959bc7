import type { Messages } from "#content/en/messages.ts";
import type { Article } from "#lib/content/kinds/article.ts";
import type { Opening } from "#lib/content/kinds/opening.ts";
import { publicationOf } from "#lib/content/kinds/publication.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatDate } from "#lib/i18n/format.ts";

/** That readers do not see it yet, or no longer; nothing of what they see. */
export function PublicationMark({ entry, text }: { entry: Article | Opening; text: Messages["blog"] }) {
  const publication = publicationOf(entry);
  if (publication === "published") return null;
  return (
    <strong className="mr-2 bg-gold px-2 py-0.5 text-ink">
      {fill(text[publication], { date: formatDate(entry.date, entry.locale) })}
    </strong>
  );
}
