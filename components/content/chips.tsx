export type Chip = { href: string; label: string; isCurrent?: boolean };

/** Short links to lists, side by side. */
export function Chips({ label, chips }: { label: string; chips: Chip[] }) {
  if (chips.length === 0) return null;
  return (
    <nav aria-label={label} className="no-print flex flex-wrap items-baseline gap-x-4">
      <p className="text-sm font-semibold" aria-hidden="true">
        {label}
      </p>
      <ul className="flex flex-wrap gap-x-2 gap-y-2 py-2">
        {chips.map(({ href, label, isCurrent }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={isCurrent ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-sm border border-hairline px-3 text-sm font-medium hover:border-rule hover:underline aria-[current]:border-button aria-[current]:bg-button aria-[current]:text-on-button"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
