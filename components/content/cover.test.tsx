import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { HeroSplit } from "#components/layout/hero-split.tsx";
import { messages as english } from "#content/en/messages.ts";
import { messages as spanish } from "#content/es/messages.ts";
import type { Article } from "#lib/content/kinds/article.ts";
import { articleForTests } from "#lib/content/kinds/article-for-tests.ts";
import { Cover } from "./cover.tsx";
import { pictureCaption } from "./picture-caption.ts";

const words = { imageAlt: "A square at dusk", imageCaption: "Parque Botero, Medellín", imageCredit: "Ana Ruiz" };

test("a picture carries its words, its caption and its credit", () => {
  const html = heroOf({ image: "a.jpg", ...words });

  expect(html).toMatch(/<figure.*<img [^>]*alt="A square at dusk".*<\/figure>/);
  expect(html).toMatch(/<figcaption[^>]*>Parque Botero, Medellín · Photo: Ana Ruiz<\/figcaption><\/figure>/);
});

test("the credit is in the reader's language, and stands alone where there is no caption", () => {
  expect(pictureCaption(articleForTests({ image: "a.jpg", imageCredit: "Ana Ruiz" }), spanish.blog)).toBe(
    "Foto: Ana Ruiz",
  );
  expect(pictureCaption(articleForTests({ image: "a.jpg", imageCaption: "Medellín" }), spanish.blog)).toBe("Medellín");
});

test("an old post with a picture alone has no caption, and its picture is decoration", () => {
  const html = heroOf({ image: "a.jpg" });
  expect(html).toMatch(/<img [^>]*alt=""/);
  expect(html).not.toMatch(/<fig/);
});

test("what stays in sight of a picture is said by classes, for our policy forbids styles", () => {
  expect(heroOf({ image: "a.jpg", imageFocus: { x: 35, y: 0 } })).toMatch(/class="focal-x-35 focal-y-0 [^"]*object-\[/);
  expect(heroOf({ image: "a.jpg" })).not.toContain("focal");
});

test("a post without a picture shows no caption under its pattern", () => {
  const html = heroOf(words);
  expect(html).toContain("<svg");
  expect(html).not.toMatch(/Ana Ruiz|<fig/);
});

function heroOf(changes: Partial<Article>) {
  const article = articleForTests(changes);
  const picture = { width: 960, height: 640, variants: [{ format: "jpeg" as const, width: 960, file: "a.jpeg" }] };
  const cover = (
    <Cover
      of={article}
      findPicture={(name) => (name === "a.jpg" ? picture : undefined)}
      columns={5}
      rows={5}
      sizes="100vw"
      alt={article.imageAlt}
    />
  );
  return renderToStaticMarkup(
    <HeroSplit title={article.title} step={undefined} cover={cover} caption={pictureCaption(article, english.blog)} />,
  );
}
