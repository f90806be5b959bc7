import type { Messages } from "#content/en/messages.ts";
import { fill } from "#lib/i18n/fill.ts";

type PaginationProps = { text: Messages["lists"]; number: number; count: number; hrefOf(number: number): string };

/** Ways to the other pages of a list: one back, one on, the neighbours, the first and the last. */
export function Pagination({ text, number, count, hrefOf }: PaginationProps) {
  if (count === 1) return null;
  const shown = [...new Set([1, number - 1, number, number + 1, count])].filter((page) => page >= 1 && page <= count);
  return (
    <nav
      aria-label={text.pages}
      className="no-print mt-14 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t-2 border-rule pt-4 font-medium"
    >
      <p className="min-w-full text-sm text-soft md:min-w-0">{fill(text.position, { number, count })}</p>
      <ol className="flex flex-wrap items-center tabular-nums">
        {shown.map((page, index) => (
          <li key={page} className="flex items-center">
            {index > 0 && page - (shown[index - 1] ?? 0) > 1 && (
              <span aria-hidden="true" className="px-1">
                …
              </span>
            )}
            <a
              href={hrefOf(page)}
              aria-label={fill(text.page, { number: page })}
              aria-current={page === number ? "page" : undefined}
              className="inline-flex min-h-11 min-w-11 items-center justify-center px-1 hover:underline aria-[current]:bg-button aria-[current]:text-on-button"
            >
              {page}
            </a>
          </li>
        ))}
      </ol>
      <p className="flex flex-wrap gap-x-6">
        {number > 1 && <Step rel="prev" href={hrefOf(number - 1)} label={text.previous} />}
        {number < count && <Step rel="next" href={hrefOf(number + 1)} label={text.next} />}
      </p>
    </nav>
  );
}

function Step({ rel, href, label }: { rel: "prev" | "next"; href: string; label: string }) {
  return (
    <a href={href} rel={rel} className="inline-flex min-h-11 items-center text-link underline decoration-2">
      {label}
    </a>
  );
}
