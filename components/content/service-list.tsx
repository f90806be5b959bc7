import type { Service } from "#lib/content/service.ts";
import { paths } from "#lib/i18n/paths.ts";

type ServiceListProps = { services: Service[]; level?: 2 | 3 };

export function ServiceList({ services, level = 3 }: ServiceListProps) {
  const Heading = `h${level}` as const;
  return (
    <ul className="grid border-t-2 border-rule sm:grid-cols-2 sm:gap-x-8">
      {services.map((service) => (
        <li key={service.slug} className="border-b border-hairline py-6">
          <Heading className="text-xl">
            <a href={paths.service(service.locale, service.slug)} className="hover:underline">
              {service.title}
            </a>
          </Heading>
          <p className="mt-2 text-soft">{service.summary}</p>
        </li>
      ))}
    </ul>
  );
}
