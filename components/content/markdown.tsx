import type { Element, Root } from "hast";
import { type Components, toJsxRuntime } from "hast-util-to-jsx-runtime";
import type { ComponentProps, ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { visit } from "unist-util-visit";
import { NewsletterSignUp } from "#components/leads/newsletter-sign-up.tsx";
import type { Messages } from "#content/en/messages.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { optionalFields } from "#lib/leads/form/optional-fields.ts";
import type { FirstStep } from "#lib/pages/first-step.ts";
import type { FindPicture } from "#lib/pictures/built-picture.ts";
import { BodyPicture } from "./body-picture.tsx";
import { DownloadLink } from "./download-link.tsx";
import { Gallery } from "./gallery.tsx";
import { Invitation } from "./invitation.tsx";
import { Quotation } from "./quotation.tsx";
import { VideoLink } from "./video-link.tsx";

type MarkdownProps = {
  tree: Root;
  locale: Locale;
  siteUrl: string;
  text: Messages;
  findPicture: FindPicture;
  /** What <Clients /> stands for. */
  clients: ReactNode;
  /** From an invitation in the text, which may name a service. */
  stepFor(service: string | undefined): FirstStep;
};

/** A body as the content reader made it: Markdown elements, and the blocks that .mdx files may use. */
export function Markdown({ tree, locale, siteUrl, text, findPicture, clients, stepFor }: MarkdownProps) {
  const blocks = {
    "dc-figures": Figures,
    "dc-figure": (props: FigureProps) => <Figure {...props} sourceLabel={text.figureSource} />,
    "dc-facts": Facts,
    "dc-fact": Fact,
    "dc-callout": Callout,
    "dc-questions": Questions,
    "dc-question": Question,
    "dc-quote": Quotation,
    "dc-gallery": ({ node }: { node: Element }) => <Gallery node={node} findPicture={findPicture} />,
    "dc-video": (props: Omit<ComponentProps<typeof VideoLink>, "text" | "findPicture">) => (
      <VideoLink {...props} text={text} findPicture={findPicture} />
    ),
    "dc-download": (props: Omit<ComponentProps<typeof DownloadLink>, "locale">) => (
      <DownloadLink {...props} locale={locale} />
    ),
    "dc-button": (props: ComponentProps<typeof Button>) => <Button {...props} siteUrl={siteUrl} />,
    "dc-inquiry-invitation": ({ service }: { service?: string }) => (
      <Invitation text={text.invitation} step={stepFor(service)} />
    ),
    "dc-newsletter-sign-up": () => <NewsletterSignUp locale={locale} text={text} />,
    "dc-clients": () => <div className="my-8 font-sans [&_li]:m-0! [&_ul]:list-none! [&_ul]:p-0!">{clients}</div>,
    "dc-optional-fields": () => <p>{optionalFields(text.form, locale)}</p>,
    a: (props: ComponentProps<typeof TextLink>) => <TextLink {...props} siteUrl={siteUrl} />,
    img: (props: ComponentProps<typeof BodyPicture>) => <BodyPicture {...props} findPicture={findPicture} />,
    p: Paragraph,
    table: ({ children }: WithChildren) => <ScrollingTable label={text.table}>{children}</ScrollingTable>,
    td: Cell,
    th: Cell,
  };
  const options = { Fragment, jsx, jsxs, passNode: true, tableCellAlignToStyle: false };
  return <div className="prose">{toJsxRuntime(tree, { ...options, components: blocks as Components })}</div>;
}

type WithChildren = { children?: ReactNode };

function Figures({ children }: WithChildren) {
  return (
    <dl className="my-8 grid border-y-2 border-rule font-sans sm:auto-cols-[minmax(max-content,1fr)] sm:grid-flow-col sm:divide-x sm:divide-hairline">
      {children}
    </dl>
  );
}

type FigureProps = { value: string; label: string; source: string; href?: string };

function Figure({ value, label, source, href, sourceLabel }: FigureProps & { sourceLabel: string }) {
  return (
    <div className="flex flex-col py-5 sm:px-4 sm:first:pl-0 sm:last:pr-0">
      <dt className="order-2 mt-1 w-0 min-w-full text-sm">{label}</dt>
      <dd className="wide order-1 text-figure whitespace-nowrap sm:text-[1.4rem] tabular-nums tracking-[-0.03em]">
        {value}
      </dd>
      <dd className="order-3 mt-2 w-0 min-w-full text-xs text-soft">
        {sourceLabel}: {href ? <a href={href}>{source}</a> : source}
      </dd>
    </div>
  );
}

function Facts({ children }: WithChildren) {
  return <dl className="my-8 border-t-2 border-rule font-sans">{children}</dl>;
}

function Fact({ label, children }: WithChildren & { label: string }) {
  return (
    <div className="grid gap-x-6 border-b border-hairline py-3 sm:grid-cols-[12rem_1fr]">
      <dt className="font-semibold">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Callout({ title, children }: WithChildren & { title?: string }) {
  return (
    <aside className="my-8 border-l-8 border-gold bg-quiet p-6 [&>*+*]:mt-3">
      {title && <p className="font-sans text-lg font-bold">{title}</p>}
      {children}
    </aside>
  );
}

function Questions({ children }: WithChildren) {
  return <div className="my-8 border-t-2 border-rule">{children}</div>;
}

/** The first child is the heading. Answers are never folded: browsers find them, links reach them, paper shows them. */
function Question({ children }: WithChildren) {
  return (
    <div className="relative border-b border-hairline py-5 pl-8 before:absolute before:top-7 before:left-0 before:size-3.5 before:bg-gold [&>*+*]:mt-2 [&>:first-child]:mt-0!">
      {children}
    </div>
  );
}

function Button({ href, siteUrl, children }: WithChildren & { href: string; siteUrl: string }) {
  return (
    <a
      href={href}
      className="button my-4 mr-3 bg-button font-sans text-on-button"
      data-address={onPaper(href, siteUrl)}
    >
      {children}
    </a>
  );
}

/** On paper the whole address of a page of this site follows its link, which a style sheet does not know. */
function TextLink({ node: _, siteUrl, ...link }: ComponentProps<"a"> & { node: Element; siteUrl: string }) {
  return <a {...link} data-address={onPaper(link.href, siteUrl)} />;
}

function onPaper(href: string | undefined, siteUrl: string): string | undefined {
  return href?.startsWith("/") ? siteUrl + href : undefined;
}

/** A picture with a caption is a <figure>, which a browser does not leave inside a <p>. */
function Paragraph({ node, children }: WithChildren & { node: Element }) {
  let hasFigure = false;
  visit(node, { tagName: "img" }, ({ properties }) => {
    hasFigure ||= Boolean(properties.title);
  });
  return hasFigure ? <div>{children}</div> : <p>{children}</p>;
}

/** A wide table scrolls by itself, also by keyboard, and the page stays as wide as the screen. */
function ScrollingTable({ label, children }: WithChildren & { label: string }) {
  return (
    <figure aria-label={label} className="overflow-x-auto" tabIndex={0}>
      <table>{children}</table>
    </figure>
  );
}

/** The attribute `align` is HTML of the last century, and a style attribute is against our policy. */
function Cell({ node, align, children }: WithChildren & { node: Element; align?: string }) {
  const Tag = node.tagName === "th" ? "th" : "td";
  return <Tag data-align={align}>{children}</Tag>;
}
