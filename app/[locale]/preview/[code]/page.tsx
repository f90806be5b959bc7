import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageLocale } from "#app/page-locale.ts";
import { previewOf, previews } from "#lib/content/lists/previews.ts";
import { locales } from "#lib/i18n/locales.ts";
import { pageMetadata } from "#lib/pages/page-metadata.ts";
import { staticParams } from "#lib/pages/static-params.ts";
import { ArticleView } from "../../blog/article-view.tsx";
import { OpeningView } from "../../careers/opening-view.tsx";

type Props = PageProps<"/[locale]/preview/[code]">;

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/preview/[code]"];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { entry, path, alternates } = await previewFor(params);
  const { locale, metaTitle: title, description } = entry;
  const article = entry.kind === "blog" ? entry : undefined;
  const isIndexed = article !== undefined;
  return pageMetadata({ locale, title, description, path, alternates, isWhole: true, article, isIndexed });
}

/** An article or an opening that readers do not see yet, for whoever has its secret address. */
export default async function PreviewPage({ params }: Props) {
  const { entry, alternates } = await previewFor(params);
  if (entry.kind === "openings") return <OpeningView opening={entry} alternates={alternates} isPreview />;
  return <ArticleView article={entry} alternates={alternates} isPreview />;
}

async function previewFor(params: Props["params"]) {
  const locale = await pageLocale(params);
  const { code } = await params;
  const preview = previews(locale).find((preview) => preview.code === code);
  if (!preview) notFound();
  const others = locales.flatMap((other) => {
    const there = previewOf(other, preview.entry.kind, preview.entry.name);
    return there ? [[other, there.path]] : [];
  });
  return { ...preview, alternates: Object.fromEntries(others) };
}
