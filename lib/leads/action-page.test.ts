import { expect, test } from "vitest";
import { actionPage } from "./action-page.ts";

test("a page behind a link in a mail bears the mark, which leads to the site in its language", () => {
  const html = actionPage("es", "Escoja una hora", []);
  expect(html).toMatch(/<header><a href="\/es"><svg[^>]* aria-hidden="true">.*<\/svg>DreamCode<\/a><\/header>/);
});
