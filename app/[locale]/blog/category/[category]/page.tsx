import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleCards } from "#app/article-cards.tsx";
import { Frame } from "#app/frame.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { getArticles } from "#lib/content/articles.ts";
import { getCategories } from "#lib/content/categories.ts";
import { fill } from "#lib/i18n/fill.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocale } from "#lib/i18n/other-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import { pageMetadata } from "#lib/seo/page-metadata.ts";

type Props = PageProps<"/[locale]/blog/category/[category]">;

export const dynamicParams = false;

export async function generateStaticParams({ params }: { params: { locale: string } }) {
  const used = new Set(getArticles(await pageLocale(params)).map((article) => article.category));
  return [...used].map((category) => ({ category }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, name, description, path, counterpart } = await categoryFor(params);
  return pageMetadata({ locale, title: name, description, path, counterpart });
}

export default async function CategoryPage({ params }: Props) {
  const { locale, name, description, articles, counterpart } = await categoryFor(params);
  const text = getMessages(locale);

  return (
    <Frame locale={locale} counterpart={counterpart ?? paths.blog(otherLocale(locale))}>
      <PageHeader
        title={name}
        lead={description}
        above={<Breadcrumbs label={text.breadcrumbs} trail={[{ href: paths.blog(locale), label: text.blog.title }]} />}
      />
      <div className="wrap">
        <ArticleCards locale={locale} articles={articles} />
      </div>
    </Frame>
  );
}

async function categoryFor(params: Props["params"]) {
  const locale = await pageLocale(params);
  const { category } = await params;
  const name = getCategories()[category]?.[locale];
  if (!name) notFound();

  const other = otherLocale(locale);
  const isElsewhere = getArticles(other).some((article) => article.category === category);
  return {
    locale,
    name,
    description: fill(getMessages(locale).blog.categoryLead, { category: name }),
    articles: getArticles(locale).filter((article) => article.category === category),
    path: paths.category(locale, category),
    counterpart: isElsewhere ? paths.category(other, category) : undefined,
  };
}
