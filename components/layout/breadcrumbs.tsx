type Crumb = { href: string; label: string };
/** The pages above this one. The page itself is not in the list: its title follows. */
export function Breadcrumbs({ label, trail }: { label: string; trail: Crumb[] }) {
  return (
    <nav aria-label={label} className="no-print text-sm font-medium">
      <ol className="flex flex-wrap gap-x-2">
        {trail.map((crumb, index) => (
          <li key={crumb.href} className="flex items-center gap-x-2">
            {index > 0 && <span aria-hidden="true">/</span>}
            <a href={crumb.href} className="inline-flex min-h-8 items-center hover:underline">
              {crumb.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
