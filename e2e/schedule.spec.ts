import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtFor, projectCopy } from "./support/project-copy.ts";
import { startSite } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

const article = (url: string, title: string, more = "") => `---
metaTitle: ${title}, with a title as long as search engines like it
meta_description: What is shown from its day on and no longer than to its last one, by the clocks of Colombia, with nobody at a shell.
title: ${title}
date: November 2, 2025
url: ${url}
category: canada
${more}---

A text.
`;

test("an article appears by itself when its time has come, and another goes; what is half written stays unseen", async ({
  request,
}) => {
  test.setTimeout(600_000);
  const { folder, remove } = await projectCopy(".releases");
  // As if the release had been built before: it has what is planned, and a time to look at it.
  const release = realpathSync(join(folder, ".releases/current"));
  writeFileSync(join(release, "content/en/blog/planned.md"), article("planned", "A planned article"));
  writeFileSync(join(release, "content/en/blog/offer.md"), article("offer", "An offer", "until: November 9, 2025\n"));
  const manifest = join(release, ".next/site/site.json");
  const { files, ...site } = JSON.parse(readFileSync(manifest, "utf8"));
  writeFileSync(manifest, JSON.stringify({ ...site, files, changesAt: new Date().toISOString() }));
  writeFileSync(join(folder, "content/en/blog/half.md"), "---\ntitle: half wri");

  const { url, ...running } = await startSite({ SITE_URL: builtFor() }, folder);
  const status = async (path: string) => (await request.get(url + path, { maxRedirects: 0 })).status();
  expect(await status("/en/blog/planned")).toBe(404);
  await expect.poll(() => status("/en/blog/planned"), { timeout: 500_000 }).toBe(200);
  for (const path of ["/en/blog", "/en/blog/category/canada", "/en/feed.xml", "/sitemap.xml", "/en/search?q=planned"])
    expect(await (await request.get(url + path)).text(), path).toContain("/en/blog/planned");
  const offer = await request.get(`${url}/en/blog/offer`, { maxRedirects: 0 });
  expect(offer.headers().location).toBe("/en/blog/category/canada");
  expect(await status("/en/blog/half")).toBe(404);
  await running.remove();
  await remove();
});
