import { readFileSync } from "node:fs";
import { publicPages } from "./support/public-pages.ts";
import type { Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

/** Pages that a reader comes to by sending a form, that answer at another address than their own, or in place of others. */
const onTheWay =
  /^\/(en|es)\/(at\/[^/]+|error\/[^/]+|(contact|inquiry|newsletter|reply|application)\/(received|redisplay)|reply|application|inquiry\/for\/[^/]+)$/;

test("no link of the site leads nowhere, none is redirected twice, and a link of a campaign shows crawlers one page more", async ({
  site,
}) => {
  const campaign = "/en?utm_source=letter";
  const { broken, pages } = await crawl(site, ["/", campaign], () => true);
  expect([...pages.keys()].filter((address) => address.includes("utm_"))).toEqual([campaign]);
  // They would go on from there, were they not asked not to.
  expect(pages.get(campaign)).toContain("/en/blog?utm_source=letter");
  expect(broken).toEqual([]);
  expect(pages.size).toBeGreaterThan(40);

  const named = (await publicPages(site)).map(({ path }) => path);
  expect(named.filter((path) => !pages.has(path))).toEqual([]);
});

test("the sitemap names every page of the build, but those that say that they are not for search engines", async ({
  site,
}) => {
  const named = new Set((await publicPages(site)).map(({ path }) => path));
  const left = builtPages().filter((path) => !named.has(path) && !onTheWay.test(path));
  expect(left.length).toBeGreaterThan(10);
  for (const path of left) {
    const html = await (await fetch(site.url + path)).text();
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? "";
    const isCopy = named.has(new URL(canonical).pathname) && !canonical.endsWith(path);
    expect(isCopy || html.includes('<meta name="robots" content="noindex, follow"/>'), path).toBe(true);
  }
});

for (const lang of ["en", "es"]) {
  test(`every page in ${lang} is reached from the home page, without the language switch`, async ({ site }) => {
    const { pages } = await crawl(site, [`/${lang}`], (path) => path === `/${lang}` || path.startsWith(`/${lang}/`));
    const orphans = builtPages().filter((path) => path.split("/")[1] === lang && !pages.has(path));
    // Nothing leads to the openings while there is none.
    const led = orphans.filter((path) => path !== `/${lang}/careers`);
    expect(led.filter((path) => !onTheWay.test(path))).toEqual([]);
  });

  test(`the inquiry in ${lang} is reached with each of its services chosen`, async ({ site }) => {
    const { pages } = await crawl(site, [`/${lang}`], (path) => path.startsWith(`/${lang}/`));
    const services = builtPages().flatMap((path) => new RegExp(`^/${lang}/inquiry/for/(.+)$`).exec(path)?.[1] ?? []);
    const asked = services.map((service) => `/${lang}/inquiry?service=${service}`);
    expect(asked.filter((address) => !pages.has(address))).toEqual([]);
    expect(services.length).toBeGreaterThan(5);
  });
}

/** What the build has made ready in both languages: pages, and no pictures or feeds. */
function builtPages(): string[] {
  const manifest: { routes: Record<string, { dataRoute: string | null }> } = JSON.parse(
    readFileSync(".releases/current/.next/prerender-manifest.json", "utf8"),
  );
  const pages = Object.entries(manifest.routes).filter(([, { dataRoute }]) => dataRoute !== null);
  return pages.map(([path]) => path).filter((path) => /^\/(en|es)(\/|$)/.test(path));
}

/** Follows links from page to page, as far as `goesOn` wants their paths followed. */
async function crawl(site: Site, start: string[], goesOn: (path: string) => boolean) {
  const pages = new Map<string, string>();
  const broken: string[] = [];
  const waiting = start.map((to) => ({ from: "a reader", to }));

  for (let link = waiting.shift(); link; link = waiting.shift()) {
    const [address = "", fragment] = link.to.split("#");
    if (!pages.has(address)) {
      const { status, body } = await follow(site, address);
      pages.set(address, body);
      if (status !== 200) broken.push(`${link.from} → ${link.to}: ${status}`);
      const own = linksIn(body).map((to) => (to.startsWith("#") ? address + to : to));
      for (const to of own) if (goesOn(to.split(/[?#]/)[0] ?? "")) waiting.push({ from: address, to });
    }
    if (fragment && !pages.get(address)?.includes(`id="${decodeURIComponent(fragment)}"`))
      broken.push(`${link.from} → ${link.to}: no such place`);
  }
  return { pages, broken };
}

/** What stands at an address, or where it redirects to once. */
async function follow(site: Site, address: string) {
  const first = await fetch(site.url + address, { redirect: "manual" });
  const location = first.headers.get("location");
  const answer = location ? await fetch(new URL(location, site.url), { redirect: "manual" }) : first;
  return { status: answer.status, body: await answer.text() };
}

/** Where a reader can go from a page, and a crawler is not asked not to. The links of its head are for machines. */
function linksIn(html: string): string[] {
  const followed = Array.from(html.matchAll(/<a [^>]*>/g), ([tag]) => tag).filter((tag) => !tag.includes("nofollow"));
  const links = followed.map((tag) => (/ href="([^"]+)"/.exec(tag)?.[1] ?? "").replaceAll("&amp;", "&"));
  return links.filter((link) => link.startsWith("/") || link.startsWith("#"));
}
