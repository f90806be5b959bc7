import type { Messages } from "#content/en/messages.ts";
import type { Site } from "#lib/content/settings/site.ts";
import { identityFacts } from "./identity-facts.ts";

/** Who is behind the site, on one line of every page. */
export function CompanyLine({ text, site }: { text: Messages["company"]; site: Site }) {
  const cities = [...new Set(site.offices.map(({ city }) => city))].join(", ");
  const [company, ...facts] = identityFacts(site, text);
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 border-t border-hairline/40 pt-6 text-sm">
      <li className="font-semibold">{company?.said}</li>
      {cities && <li>{cities}</li>}
      {facts.map(({ label, said, href }) => (
        <li key={`${label} ${said}`}>
          {label}:{" "}
          {href ? (
            <a href={href} className="inline-flex min-h-6 items-center underline">
              {said}
            </a>
          ) : (
            said
          )}
        </li>
      ))}
    </ul>
  );
}
