import { pageLocale } from "#app/page-locale.ts";
import { getArticles } from "#lib/content/articles.ts";
import { ReplyView } from "../../reply-view.tsx";

export { generateMetadata } from "../../page.tsx";

type Props = PageProps<"/[locale]/reply/to/[article]">;

export const dynamicParams = false;

export async function generateStaticParams({ params }: { params: { locale: string } }) {
  return getArticles(await pageLocale(params)).map(({ slug }) => ({ article: slug }));
}

/** What `/reply?article=…` shows: the front asks for this page, so that it too is rendered once, at build time. */
export default async function ReplyToArticlePage({ params }: Props) {
  const { article } = await params;
  return <ReplyView locale={await pageLocale(params)} initial={{ status: "idle", values: { article } }} />;
}
