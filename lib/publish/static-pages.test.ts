import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { staticParams } from "#lib/pages/static-params.ts";
import { staticPages } from "./static-pages.ts";

test("the pages of a route that has several are named by their addresses", () => {
  const pages = staticPages([
    "/[locale]/services/[slug]",
    "/[locale]/services/[slug]/opengraph-image",
    "/[locale]/contact",
    "/square-image/[...page]",
    "/llms.txt",
  ]);
  expect(pages.get("/es/services/cybersecurity")).toBe("/[locale]/services/[slug]");
  expect(pages.get("/en/services/cybersecurity/opengraph-image")).toBe("/[locale]/services/[slug]/opengraph-image");
  expect(pages.get("/square-image/en/services.png")).toBe("/square-image/[...page]");
  expect([...pages.values()]).not.toContain("/[locale]/contact");
});

test("each route makes the pages that the list of them has", async () => {
  const app = path.join(import.meta.dirname, "../../app");
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\[.*\b(page\.tsx|route\.ts|opengraph-image\.tsx)$/.test(file),
  );
  const routes = await Promise.all(
    files.map(async (file) => {
      const folder = `/${path.dirname(file)}`;
      const key = folder.slice(0, folder.lastIndexOf("]") + 1);
      const { generateStaticParams } = await import(path.join(app, file));
      return {
        file,
        isListed:
          generateStaticParams === undefined || generateStaticParams === staticParams[key as keyof typeof staticParams],
        needsList: key !== "/[locale]",
        generateStaticParams,
      };
    }),
  );
  expect(routes.length).toBeGreaterThan(30);
  expect(
    routes
      .filter(({ isListed, needsList, generateStaticParams }) => !isListed || (needsList && !generateStaticParams))
      .map(({ file }) => file),
  ).toEqual([]);
});
