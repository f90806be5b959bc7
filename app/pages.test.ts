import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { fixedPages } from "#lib/i18n/fixed-pages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { formNames } from "#lib/leads/form/form-name.ts";

const root = "app/[locale]";

test.each(formNames)("the form %s has its page, the one that thanks, and the one that shows it again", (form) => {
  const folder = `${root}${paths[form]("en").replace(/^\/en/, "")}`;
  for (const page of ["page.tsx", "received/page.tsx", "redisplay/page.tsx"])
    expect(existsSync(`${folder}/${page}`), `${folder}/${page}`).toBe(true);
});

test("each page that is a folder of its own is in the list of pages", () => {
  const folders = readdirSync(root).filter((name) => existsSync(`${root}/${name}/page.tsx`) && !name.startsWith("["));
  const listed = fixedPages.map(({ pathIn }) => pathIn("en"));
  // A reply is opened from an article, an application from an opening, and what was searched is nobody else's.
  const others = ["reply", "application", "search"];
  expect(folders.filter((name) => !others.includes(name) && !listed.includes(`/en/${name}`))).toEqual([]);
});
