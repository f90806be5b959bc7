import type { Root } from "hast";
import type { ReactNode } from "react";
import type { Thing } from "schema-dts";
import { Frame } from "#app/frame.tsx";
import { Tiles } from "#components/content/tiles.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { HeroSplit } from "#components/layout/hero-split.tsx";
import type { Entry } from "#lib/content/kinds/registry.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { firstStepOn } from "#lib/pages/first-step.ts";
import { questionData, trailData } from "#lib/pages/structured-data.ts";

type EntryFrameProps = {
  entry: Exclude<Entry, { kind: "blog" | "pages" }>;
  tree: Root;
  /** The list that it stands in. */
  list: { pathIn(locale: Locale): string; title: string };
  alternates: Partial<Record<Locale, string>>;
  data?: Thing[];
  /** Before readers see it: it leads to no form. */
  isPreview?: boolean;
  /** Under its summary. */
  below?: ReactNode;
  children: ReactNode;
};

/** What the page of a service, an industry, a hub, a project or an opening has around its content, and its head. */
export function EntryFrame({ entry, tree, list, alternates, data = [], isPreview, below, children }: EntryFrameProps) {
  const { locale, slug, title, summary } = entry;
  const trail = [{ href: list.pathIn(locale), label: list.title }];
  return (
    <Frame
      locale={locale}
      alternates={{ ...alternatesOf(list.pathIn), ...alternates }}
      data={[...data, trailData(trail, title), ...questionData(tree)]}
    >
      <HeroSplit
        title={title}
        lead={summary}
        step={isPreview ? undefined : firstStepOn(entry)}
        above={<Breadcrumbs label={getMessages(locale).breadcrumbs} trail={trail} />}
        below={below}
        cover={<Tiles slug={slug} columns={5} rows={5} />}
      />
      {children}
    </Frame>
  );
}
