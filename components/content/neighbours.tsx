import type { Messages } from "#content/en/messages.ts";
import type { Article } from "#lib/content/kinds/article.ts";
import { paths } from "#lib/i18n/paths.ts";

/** The articles before and after one, by date. */
export function Neighbours({ text, older, newer }: { text: Messages["lists"]; older?: Article; newer?: Article }) {
  if (!older && !newer) return null;
  return (
    <nav
      aria-label={text.neighbours}
      className="no-print mt-14 grid gap-x-8 gap-y-4 border-t-2 border-rule pt-6 sm:grid-cols-2"
    >
      {older && <Neighbour article={older} label={text.older} rel="prev" />}
      {newer && <Neighbour article={newer} label={text.newer} rel="next" />}
    </nav>
  );
}

function Neighbour({ article, label, rel }: { article: Article; label: string; rel: "prev" | "next" }) {
  return (
    <a
      href={paths.article(article.locale, article.slug)}
      rel={rel}
      className={`group block ${rel === "next" ? "sm:col-start-2 sm:text-end" : ""}`}
    >
      <span className="block text-sm font-semibold text-soft">{label}</span>
      <span className="mt-1 block font-bold text-balance decoration-2 group-visited:text-soft group-hover:underline">
        {article.title}
      </span>
    </a>
  );
}
