import type { Site } from "./site.ts";

type PublicPage = { path: string; html: string };

/** Every page that the sitemap names, as the site answers it. The addresses in it are those of the build. */
export async function publicPages(site: Site): Promise<PublicPage[]> {
  const sitemap = await (await fetch(`${site.url}/sitemap.xml`)).text();
  const paths = Array.from(sitemap.matchAll(/<loc>([^<]+)<\/loc>/g), ([, address = ""]) => new URL(address).pathname);
  return Promise.all(
    paths.map(async (path) => {
      const answer = await fetch(site.url + path, { redirect: "manual" });
      if (answer.status !== 200) throw new Error(`${path} is in the sitemap and answers ${answer.status}`);
      return { path, html: await answer.text() };
    }),
  );
}
