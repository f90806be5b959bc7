import { CardTitle } from "#components/content/card-title.tsx";
import { Tiles } from "#components/content/tiles.tsx";
import type { Messages } from "#content/en/messages.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

/** Where to look without searching. */
export function SearchAdvice({ locale, text }: { locale: Locale; text: Messages }) {
  const { services, industries, hubs, blog } = text;
  const sections = [
    { slug: "services", href: paths.services(locale), ...services },
    { slug: "industries", href: paths.industries(locale), ...industries },
    { slug: "hubs", href: paths.hubs(locale), ...hubs },
    { slug: "blog", href: paths.blog(locale), ...blog },
  ];
  return (
    <section className="mt-16">
      <h2 className="text-2xl md:text-3xl">{text.search.elsewhere}</h2>
      <ul className="mt-6 grid border-t-2 border-rule sm:grid-cols-2">
        {sections.map(({ slug, href, title, lead }) => (
          <li
            key={slug}
            className="group relative flex gap-4 cramped:flex-col border-b border-hairline py-6 sm:odd:border-r sm:odd:pr-6 sm:even:pl-6"
          >
            <div className="size-10 shrink-0 overflow-hidden">
              <Tiles slug={slug} columns={1} rows={1} />
            </div>
            <div>
              <CardTitle className="text-xl" href={href}>
                {title}
              </CardTitle>
              <p className="mt-2 text-soft">{lead}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
