import { appendFileSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ask } from "./support/ask.ts";
import { mailSettings, mailsAbout } from "./support/mails.ts";
import { projectCopy } from "./support/project-copy.ts";
import { runNpm } from "./support/run-npm.ts";
import { type Site, startSite } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

test("what runs is what was built: no file of the content that is broken or gone changes an answer, a mail or a start", async ({
  openInbox,
}) => {
  test.setTimeout(240_000);
  const inbox = await openInbox();
  const { folder, remove } = await projectCopy(".releases");
  const site = await startSite(mailSettings(inbox), folder);
  for (const name of ["redirects", "routing", "site", "tags", "categories", "clients"])
    appendFileSync(join(folder, `content/${name}.yaml`), "\n  - half: [");
  writeFileSync(join(folder, "content/en/services/cloud.mdx"), "---\ntitle: [");
  writeFileSync(join(folder, "content/en/messages.ts"), "export const messages = {");
  rmSync(join(folder, "content/es"), { recursive: true });

  await expectEverything(site);
  const ref = await post(site);
  expect((await mailsAbout(ref, site, inbox)).map(({ recipients }) => recipients)).toEqual([
    ["sales@dreamcode.test"],
    ["ana@company.com"],
  ]);
  expect(await site.stop()).toBe(0);
  await site.restart(mailSettings(inbox));
  await expectEverything(site);
  await site.remove();
  await remove();
});

test("a build beside a running site fails no request, is what the next start takes, and goes live with the next publication", async ({
  openInbox,
}) => {
  test.setTimeout(900_000);
  const inbox = await openInbox();
  const { folder, remove } = await projectCopy(".releases");
  const site = await startSite(mailSettings(inbox), folder);
  const before = currentOf(folder);
  const [article, moved] = [`${blog}/hiring-help-desk-and-technical-support-in-colombia`, `${blog}/support-desk`];
  change(
    join(folder, `content${article}.md`),
    (whole) => `${whole.replace(/^url: .*$/m, "url: support-desk")}\nOf the new build.\n`,
  );
  change(join(folder, "content/en/services/help-desk-and-technical-support.mdx"), (whole) =>
    whole.replaceAll(article, moved),
  );
  change(join(folder, "content/redirects.yaml"), (whole) =>
    whole.replace("redirects:\n", `redirects:\n  - from: ${article}\n    to: ${moved}\n`),
  );

  const build = runNpm("build", folder, { SITE_URL: site.url });
  let isBuilding = true;
  void build.ended.then(() => {
    isBuilding = false;
  });
  for (let round = 0; isBuilding || round < 3; round++) {
    await expectEverything(site);
    await post(site);
    await wait(200);
  }
  expect(await build.ended, build.log()).toBe(0);
  expect(currentOf(folder)).not.toBe(before);
  await expectEverything(site);
  expect(await textOf(site, article)).not.toContain("Of the new build.");
  expect((await ask(site, moved)).status).toBe(404);
  await expect.poll(site.health, { timeout: 60_000 }).toMatchObject({ status: "ok", pending: 0, dead: 0 });

  const next = await startSite({ SITE_URL: site.url }, folder);
  await expectEverything(next);
  expect(await textOf(next, moved)).toContain("Of the new build.");
  await next.remove();

  const publishing = runNpm("publish", folder, { SITE_URL: site.url });
  expect(await publishing.ended, publishing.log()).toBe(0);
  expect(publishing.log()).toMatch(/^Release \d+ runs\.$/m);
  expect(publishing.log()).toMatch(new RegExp(`^new: .*${moved}`, "m"));
  expect(await textOf(site, moved)).toContain("Of the new build.");
  await expectEverything(site);
  const again = runNpm("publish", folder, { SITE_URL: site.url });
  expect(await again.ended, again.log()).toBe(0);
  expect(again.log()).toMatch(/Nothing has changed since release \d+\./);
  await site.remove();
  await remove();
});

test("a build that is killed leaves the site and its next start as they were", async ({ openInbox }) => {
  test.setTimeout(900_000);
  const inbox = await openInbox();
  const { folder, remove } = await projectCopy(".releases");
  const site = await startSite(mailSettings(inbox), folder);
  const before = currentOf(folder);

  for (const moment of [/./, "mail tiles: ", "Creating an optimized", "Generating static pages"]) {
    const build = runNpm("build", folder, { SITE_URL: site.url });
    await build.said(moment);
    build.kill();
    await build.ended;
    await expectEverything(site);
    await site.kill();
    await site.restart(mailSettings(inbox));
    await expectEverything(site);
    expect(currentOf(folder)).toBe(before);
  }
  await site.remove();
  await remove();
});

const blog = "/en/blog";

function change(file: string, edit: (whole: string) => string) {
  writeFileSync(file, edit(readFileSync(file, "utf8")));
}

const addresses = [
  "/en/hours",
  "/es/hours",
  "/en/search?q=cloud",
  "/es/search?q=nube",
  "/en/contact/received?ref=K7QD2",
  "/en/inquiry?zone=America/Toronto&service=cloud",
  "/es/reply?article=hiring-help-desk-and-technical-support-in-colombia",
  "/en/inquiry?service=cloud",
  "/es/newsletter",
  "/en/feed.xml",
  "/icon-512.png",
  "/api/health",
];

/** Pages of every kind, whatever they need, pictures, and a form that comes back: each answered as it should be. */
async function expectEverything(site: Site) {
  const page = await textOf(site, "/en/inquiry");
  const parts = Array.from(page.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g), ([, part = ""]) => part);
  const article = await textOf(site, "/en/blog/latin-american-tech-hubs");
  const picture = new URL(/property="og:image" content="([^"]+)"/.exec(article)?.[1] ?? "").pathname;
  expect(parts.length).toBeGreaterThan(2);

  const answers = await Promise.all(
    [...addresses, ...parts, picture].map(async (address) => `${(await ask(site, address)).status} ${address}`),
  );
  expect(answers.filter((answer) => !answer.startsWith("200 "))).toEqual([]);

  const refused = await ask(site, "/es/contact", { email: "ana@" });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('value="ana@"');
  const gone = await ask(site, "/en/nowhere");
  expect([gone.status, gone.text.includes("</html>")]).toEqual([404, true]);
}

async function textOf(site: Site, address: string): Promise<string> {
  const answer = await ask(site, address);
  expect(answer.status, address).toBe(200);
  return answer.text;
}

async function post(site: Site): Promise<string> {
  const fields = { name: "Ana", email: "ana@company.com", message: `Two engineers, ${Date.now()}.`, consent: "on" };
  const { status, location } = await ask(site, "/en/contact", fields);
  expect(status).toBe(303);
  return /ref=(\w+)/.exec(location ?? "")?.[1] ?? "";
}

function currentOf(folder: string): string {
  return readlinkSync(join(folder, ".releases/current"));
}
