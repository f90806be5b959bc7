import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { checkContent } from "#lib/content/check/check-content.ts";
import { decodePictures } from "#lib/content/check/files/decode-pictures.ts";
import { byPlace, problemLine } from "#lib/content/source/content-error.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import type { Answer } from "#lib/serve/http/send.ts";
import { reloadScript } from "#lib/serve/next/reload-script.ts";

/** In place of a page that failed, the mistakes in the content that are to blame; undefined when there are none. */
export async function mistakesPage(): Promise<Answer | undefined> {
  const reload = reloadScript();
  const found = [...checkContent().errors, ...(await decodePictures(contentRoot))];
  const errors = found.filter(({ severity }) => severity === "error");
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
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "frame-ancestors 'none'",
  };
  return { status: 500, headers, body: `<!DOCTYPE html>${toHtml(page)}${reload}` };
}
