import { Body } from "#app/body.tsx";
import { Frame } from "#app/frame.tsx";
import { Related } from "#app/related.tsx";
import { ArticleMeta } from "#components/content/article-meta.tsx";
import { AuthorCards } from "#components/content/author-cards.tsx";
import { Chips } from "#components/content/chips.tsx";
import { Cover } from "#components/content/cover.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { Neighbours } from "#components/content/neighbours.tsx";
import { pictureCaption } from "#components/content/picture-caption.ts";
import { Replies } from "#components/content/replies.tsx";
import { TableOfContents } from "#components/content/table-of-contents.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { HeroSplit } from "#components/layout/hero-split.tsx";
import { TextSplit } from "#components/layout/text-split.tsx";
import type { Article } from "#lib/content/kinds/article.ts";
import { findAuthors } from "#lib/content/kinds/author.ts";
import { findHub } from "#lib/content/kinds/hub.ts";
import { getReplies } from "#lib/content/kinds/reply.ts";
import { findService } from "#lib/content/kinds/service.ts";
import { aroundArticle } from "#lib/content/lists/around-article.ts";
import { articleListName } from "#lib/content/lists/article-list-name.ts";
import { readBody } from "#lib/content/text/body.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepOn } from "#lib/pages/first-step.ts";
import { articleData, questionData, trailData } from "#lib/pages/structured-data.ts";
import { findPicture } from "#lib/pictures/find-picture.ts";
import { withInvitation } from "./with-invitation.ts";

type ArticleViewProps = {
  article: Article;
  /** Its addresses in the languages that have it. */
  alternates: Partial<Record<Locale, string>>;
  /** Before readers see it: nothing on it leads to what is not there yet. */
  isPreview?: boolean;
};

/** An article as readers see it, or will. */
export function ArticleView({ article, alternates, isPreview = false }: ArticleViewProps) {
  const { locale } = article;
  const text = getMessages(locale);
  const body = readBody(article);
  const step = firstStepOn(article);
  const services = article.services.flatMap((service) => findService(locale, service) ?? []);
  const hubs = article.hubs.flatMap((hub) => findHub(locale, hub) ?? []);
  const authors = findAuthors(article.authors);
  const trail = trailTo(article.category, locale);
  const data = [articleData(article, authors), trailData(trail, article.title), ...questionData(body.tree)];
  const { related, older, newer } = aroundArticle(locale, article.name);
  const tags = article.tags.map((slug) => ({
    href: paths.tag(locale, slug),
    label: articleListName({ kind: "tag", slug }, locale),
  }));

  return (
    <Frame locale={locale} alternates={{ ...alternatesOf(paths.blog), ...alternates }} data={data}>
      <article>
        <HeroSplit
          title={article.title}
          step={step}
          above={<Breadcrumbs label={text.breadcrumbs} trail={trail} />}
          below={
            <div className="mt-6">
              <ArticleMeta article={article} text={text.blog} />
            </div>
          }
          cover={
            <Cover
              of={article}
              findPicture={findPicture}
              columns={5}
              rows={5}
              sizes="(min-width: 48rem) 480px, 100vw"
              alt={article.imageAlt}
              priority
            />
          }
          caption={pictureCaption(article, text.blog)}
        />
        <TextSplit
          contents={<TableOfContents title={text.blog.onThisPage} headings={body.headings} />}
          text={<Body tree={withInvitation(body.tree, services[0]?.slug)} locale={locale} />}
          call={<Invitation text={text.invitation} step={step} />}
          rest={
            <>
              <Chips label={text.lists.tags} chips={tags} />
              {!isPreview && (
                <a
                  href={paths.text(paths.article(locale, article.slug))}
                  className="no-print mt-4 inline-flex min-h-11 items-center text-sm text-soft underline"
                >
                  {text.feeds.text}
                </a>
              )}
              <AuthorCards authors={authors} locale={locale} label={text.blog.writtenBy} findPicture={findPicture} />
              {!isPreview && <Replies article={article} replies={getReplies(article)} text={text.replies} />}
              {!isPreview && <Neighbours text={text.lists} older={older} newer={newer} />}
            </>
          }
        />
      </article>
      <Related title={text.blog.relatedServices} entries={services} />
      <Related title={text.blog.relatedHubs} entries={hubs} />
      <Related title={text.blog.related} entries={related} />
    </Frame>
  );
}

function trailTo(category: string, locale: Locale) {
  return [
    { href: paths.blog(locale), label: getMessages(locale).blog.title },
    { href: paths.category(locale, category), label: articleListName({ kind: "category", slug: category }, locale) },
  ];
}
