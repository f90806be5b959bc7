import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Author } from "#lib/content/kinds/author.ts";
import { AuthorCards } from "./author-cards.tsx";

const luz: Author = { slug: "luz", name: "Luz", kind: "person", role: { en: "Editor", es: "Editora" } };
const ana: Author = { slug: "ana", name: "Ana", kind: "person" };

test("each author has a card in the order of the article, in the reader's language", () => {
  const html = cardsOf([luz, ana]);
  expect(html).toMatch(/^<aside.*Escrito por.*<ul.*<li.*href="\/es\/blog\/author\/luz".*Editora.*<li.*author\/ana"/);
});

test("a portrait takes the place of the pattern, as an ornament beside the name", () => {
  const html = cardsOf([{ ...luz, portrait: "luz.jpg" }, ana]);
  expect(html).toMatch(/<img [^>]*alt="".*luz.*<svg.*ana/s);
});

test("where nobody is named there is no card", () => {
  expect(cardsOf([])).toBe("");
});

function findPicture(name: string) {
  const variants = [{ format: "jpeg" as const, width: 960, file: "luz.jpeg" }];
  return name === "luz.jpg" ? { width: 960, height: 960, variants } : undefined;
}

function cardsOf(authors: Author[]) {
  return renderToStaticMarkup(
    <AuthorCards authors={authors} locale="es" label="Escrito por" findPicture={findPicture} />,
  );
}
