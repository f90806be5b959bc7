import type { Industry } from "#lib/content/kinds/industry.ts";
import { paths } from "#lib/i18n/paths.ts";
import { CardTitle } from "./card-title.tsx";
import { TaskList } from "./task-list.tsx";
import { Tiles } from "./tiles.tsx";

/** Each industry with what is done for it. */
export function IndustryList({ industries, level = 3 }: { industries: Industry[]; level?: 2 | 3 }) {
  return (
    <ul className="border-t-2 border-rule">
      {industries.map((industry) => (
        <li
          key={industry.slug}
          className="group relative grid grid-cols-[5rem_1fr] cramped:grid-cols-1 gap-x-6 gap-y-3 border-b border-hairline py-6 md:grid-cols-[8rem_1fr_1fr]"
        >
          <div className="aspect-square overflow-hidden cramped:w-20 md:row-span-2">
            <Tiles slug={industry.slug} columns={2} rows={2} />
          </div>
          <div>
            <CardTitle level={level} className="text-2xl" href={paths.industry(industry.locale, industry.slug)}>
              {industry.title}
            </CardTitle>
            <p className="mt-2 text-soft">{industry.summary}</p>
          </div>
          <div className="not-cramped:col-start-2 md:col-start-3">
            <TaskList tasks={industry.tasks} />
          </div>
        </li>
      ))}
    </ul>
  );
}
