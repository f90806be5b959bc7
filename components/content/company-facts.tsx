import type { CompanyFact } from "./company-fact.ts";

/** Label and value, row by row; nothing without rows. */
export function CompanyFacts({ facts }: { facts: CompanyFact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className="border-t-2 border-rule">
      {facts.map(({ label, said, href }) => (
        <div
          key={`${label} ${said}`}
          className="grid gap-x-8 border-b border-hairline py-3 sm:grid-cols-[14rem_1fr] print:grid-cols-[12rem_1fr] print:py-1"
        >
          <dt className="text-soft">{label}</dt>
          <dd>
            {href ? (
              <a href={href} className="text-link underline">
                {said}
              </a>
            ) : (
              said
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
