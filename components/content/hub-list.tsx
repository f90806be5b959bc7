import type { Hub } from "#lib/content/kinds/hub.ts";
import { paths } from "#lib/i18n/paths.ts";
import { CardTitle } from "./card-title.tsx";
import { Tiles } from "./tiles.tsx";

export function HubList({ hubs }: { hubs: Hub[] }) {
  return (
    <ul className="grid overflow-hidden border-t-2 border-b border-rule border-b-hairline sm:grid-cols-2 lg:grid-cols-3">
      {hubs.map((hub) => (
        <li
          key={hub.slug}
          className="group relative -mb-px flex gap-4 cramped:flex-col border-b border-hairline py-5 sm:pr-6"
        >
          <div className="size-10 shrink-0 overflow-hidden">
            <Tiles slug={hub.slug} columns={1} rows={1} />
          </div>
          <div>
            <CardTitle level={2} className="text-xl" href={paths.hub(hub.locale, hub.slug)}>
              {hub.title}
            </CardTitle>
            <p className="text-sm text-soft">{hub.country}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
