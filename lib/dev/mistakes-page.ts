import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { checkContent } from "#lib/content/check-content.ts";
import { byPlace, problemLine } from "#lib/content/content-error.ts";
import { reloadScript } from "./reload-script.ts";

/** In place of a page that could not be shown, the mistakes in the content that are to blame; undefined when there are none. */
export function mistakesPage(): string | undefined {
  const { errors } = checkContent();
  if (errors.length === 0) return undefined;
  const lines = errors.sort(byPlace).map((problem) => h("li", problemLine(problem)));
  const page = h("html", { lang: "en" }, [
    h("head", [h("meta", { charSet: "utf-8" }), h("title", "Mistakes in the content")]),
    h("body", [
      h("h1", "Mistakes in the content"),
      h("p", "This page comes back by itself once they are put right."),
      h("ul", lines),
    ]),
  ]);
  return `<!DOCTYPE html>${toHtml(page)}${reloadScript}`;
}
