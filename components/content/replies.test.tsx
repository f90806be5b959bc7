import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { messages as en } from "#content/en/messages.ts";
import { messages as es } from "#content/es/messages.ts";
import type { Reply } from "#lib/content/kinds/reply.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { Replies } from "./replies.tsx";

const typed: Reply = {
  name: "Ana <b>María</b>",
  date: "2026-04-02",
  text: "One\n\n<script>alert(1)</script> see https://evil.test",
};

test.each([
  ["en", 0, "Reply to this article"],
  ["en", 1, "1 reply"],
  ["en", 2, "2 replies"],
  ["es", 0, "Comente este artículo"],
  ["es", 1, "1 comentario"],
  ["es", 3, "3 comentarios"],
] as const)("in %s, %d published replies stand below “%s”", (locale, count, heading) => {
  const html = htmlOf(
    locale,
    Array.from({ length: count }, (_, index) => ({ ...typed, text: `Reply ${index}` })),
  );

  expect(html).toMatch(new RegExp(`<h2[^>]*>${heading}</h2>`));
  expect(html.split("<li").length - 1).toBe(count);
  expect(html).toContain(`href="/${locale}/reply?article=latin-american-tech-hubs"`);
});

test("a reply is text: no markup of it lives, and no address in it is a link", () => {
  const html = htmlOf("es", [typed]);

  expect(html).toContain("Ana &lt;b&gt;María&lt;/b&gt;");
  expect(html).toContain("One\n\n&lt;script&gt;alert(1)&lt;/script&gt; see https://evil.test");
  expect(html).toContain('<time dateTime="2026-04-02">2 de abril de 2026</time>');
  expect(html.match(/<a /g)).toHaveLength(1);
});

function htmlOf(locale: Locale, replies: Reply[]) {
  const article = { locale, slug: "latin-american-tech-hubs" };
  return renderToStaticMarkup(<Replies article={article} replies={replies} text={{ en, es }[locale].replies} />);
}
