type Chip = { href: string; label: string; isCurrent?: boolean };

/** Short links to lists, side by side. */
export function Chips({ label, chips }: { label: string; chips: Chip[] }) {
  if (chips.length === 0) return null;
  return (
    <nav aria-label={label} className="no-print grid items-start gap-x-4 py-2 sm:grid-cols-[6.5rem_1fr]">
      <p className="flex min-h-11 items-center text-sm font-semibold" aria-hidden="true">
        {label}
      </p>
      <ul className="flex flex-wrap gap-2">
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
