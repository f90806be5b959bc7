import type { Service } from "#lib/content/kinds/service.ts";
import { paths } from "#lib/i18n/paths.ts";
import { CardTitle } from "./card-title.tsx";
import { Tiles } from "./tiles.tsx";

export function ServiceList({ services, level = 3 }: { services: Service[]; level?: 2 | 3 }) {
  return (
    <ul className="grid border-t-2 border-rule sm:grid-cols-2">
      {services.map((service) => (
        <li
          key={service.slug}
          className="group relative flex gap-4 cramped:flex-col border-b border-hairline py-6 sm:odd:not-last:border-r sm:odd:pr-6 sm:even:pl-6 sm:odd:last:col-span-2"
        >
          <div className="size-14 shrink-0 overflow-hidden">
            <Tiles slug={service.slug} columns={2} rows={2} />
          </div>
          <div>
            <CardTitle level={level} className="text-xl" href={paths.service(service.locale, service.slug)}>
              {service.title}
            </CardTitle>
            <p className="mt-2 text-soft">{service.summary}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
