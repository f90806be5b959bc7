import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import PostalMime from "postal-mime";
import { ask } from "./support/ask.ts";
import { browserName } from "./support/browser-name.ts";
import { filledInContact } from "./support/filled-in-contact.ts";
import { mailSettings, mailsAbout } from "./support/mails.ts";
import { builtFor, type ProjectCopy, projectCopy } from "./support/project-copy.ts";
import { readAndWrite } from "./support/read-and-write.ts";
import { runNpm } from "./support/run-npm.ts";
import { type Site, startSite } from "./support/site.ts";
import { expect, test } from "./support/test.ts";
import { english } from "./support/visitors.ts";

const article = "content/en/blog/hiring-help-desk-and-technical-support-in-colombia.md";
const draft = `---
metaTitle: The secret plan, with a title as long as search engines like it
meta_description: What is shown to whoever has its address, marked and in no list, until it is published for all readers of the site.
title: The secret plan
date: November 2, 2025
url: secret-plan
category: canada
draft: true
---

A text.
`;
const agreedBefore = "I agree that DreamCode stores these details to answer me, as the privacy notice says.";
const oldAddress = "/en/blog/hiring-help-desk-and-technical-support-in-colombia";
const newAddress = "/en/blog/support-desk";

test("what is written goes live beside open forms and readers, none of whom is refused, and goes back again", async ({
  page,
  openInbox,
}) => {
  test.setTimeout(900_000);
  const inbox = await openInbox();
  const copy = await projectCopy(".releases");
  const site = await startSite(mailSettings(inbox), copy.folder);
  const form = await filledInContact(page, english, { message: "Typed before all that", site });
  const { failures, stop } = readAndWrite(site);

  change(copy, article, (whole) =>
    whole.replace(/^url: .*$/m, "url: support-desk").replace(/^tags:/m, "until: December 31, 2999\ntags:"),
  );
  change(copy, "content/en/services/help-desk-and-technical-support.mdx", (whole) =>
    whole.replaceAll(oldAddress, newAddress),
  );
  writeFileSync(join(copy.folder, "content/en/blog/secret-plan.md"), draft);
  const openPage = await (await fetch(`${site.url}/en/contact`)).text();
  change(copy, "content/en/messages.ts", (whole) => whole.replace(agreedBefore, "You may store this to answer me."));
  const reader = keepReading(site, "/en/about");
  const published = await npmPublish(copy, site);
  const pagesShown = await reader.stop();
  expect(published.code, published.log).toBe(0);
  expect(pagesShown).toBeGreaterThan(10);
  await expect.poll(() => viewsOf(site, "/en/about"), { timeout: 40_000 }).toBe(pagesShown);
  expect(published.log).toContain(`content/redirects.yaml: ${oldAddress} leads to ${newAddress} now.`);
  expect(published.log).toMatch(new RegExp(`^new: .*${newAddress}`, "m"));
  expect(published.log).toMatch(new RegExp(`^gone: .*${oldAddress}`, "m"));
  expect(await ask(site, newAddress)).toMatchObject({ status: 200 });
  expect(await ask(site, oldAddress)).toMatchObject({ status: 308, location: newAddress });

  const [, agreed = ""] = /name="agreed" value="(\w+)"/.exec(openPage) ?? [];
  const sentBefore = { name: "Ana", email: "ana@acme.test", message: "Shown before all that", consent: "on", agreed };
  expect(await consentTo(sentBefore, site)).toContain(agreedBefore);
  expect(await consentTo({ ...sentBefore, message: "Any other", agreed: "" }, site)).toContain("You may store this");

  const preview = /(\/en\/preview\/[\da-f]{32}) {2}content\/en\/blog\/secret-plan\.md/.exec(published.log)?.[1] ?? "";
  const shown = await fetch(site.url + preview);
  expect([shown.status, shown.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await shown.text()).toMatch(/<meta name="robots" content="noindex.*The secret plan.*Draft, not published/s);
  for (const path of ["/en/blog", "/en/feed.xml", "/sitemap.xml", "/en/search?q=secret+plan", "/llms.txt"])
    expect(await (await fetch(site.url + path)).text(), path).not.toMatch(/secret-plan|\/preview\//);

  const again = await npmPublish(copy, site);
  expect(again.log).toMatch(/Nothing has changed since release \d+\./);
  change(copy, article, (whole) => whole.replace("title: ", "title: ["));
  const refused = await npmPublish(copy, site);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.log).toMatch(new RegExp(`${article}:\\d+:\\d+ title: `));
  expect(await ask(site, newAddress)).toMatchObject({ status: 200 });

  const elsewhere = runNpm("publish", copy.folder, {});
  expect(await elsewhere.ended).toBe(1);
  expect(elsewhere.log()).toContain(
    `The site runs as ${site.url}, and here SITE_URL is http://localhost:3000: set it alike.`,
  );
  expect(await npmPublish(copy, site, "--back")).toMatchObject({ code: 0 });
  expect(await ask(site, oldAddress)).toMatchObject({ status: 200 });

  await form.button.click();
  const ref = await form.reference();
  const { answers, refs } = await stop();
  expect(failures).toEqual([]);
  expect(answers).toBeGreaterThan(100);
  const [notice] = await mailsAbout(ref, site, inbox);
  expect(notice?.text).toContain("Typed before all that");
  const kept = await site.leads("list");
  expect(refs.filter((ref) => !kept.includes(ref))).toEqual([]);
  await site.remove();
  await copy.remove();
});

/** As people read: each on a connection of their own, which rests for a while. */
function keepReading(site: Site, path: string) {
  let goesOn = true;
  let shown = 0;
  const all = (async () => {
    while (goesOn) {
      const agent = new Agent({ keepAlive: true });
      const asked = get(site.url + path, { agent, headers: { "user-agent": browserName } });
      const [answer] = (await once(asked, "response")) as [IncomingMessage];
      await text(answer);
      if (answer.statusCode === 200) shown += 1;
      await wait(250);
    }
  })();
  return {
    async stop() {
      goesOn = false;
      await all;
      return shown;
    },
  };
}

async function viewsOf(site: Site, path: string): Promise<number> {
  const { views } = JSON.parse(await site.leads("stats", "--json"));
  return views.page.find(({ value }: { value: string }) => value === path)?.views ?? 0;
}

async function consentTo(fields: Record<string, string>, site: Site): Promise<string> {
  const { location } = await ask(site, "/en/contact", fields);
  return site.leads("show", /ref=(\w+)/.exec(location ?? "")?.[1] ?? "");
}

test("a page that is gone without a redirect is refused with the lines to write", async () => {
  test.setTimeout(300_000);
  const copy = await projectCopy(".releases");
  rmSync(join(copy.folder, "content/en/blog/latin-american-tech-hubs.md"), { force: true });
  rmSync(join(copy.folder, "content/en/blog/latin-american-tech-hubs.mdx"), { force: true });
  const publishing = runNpm("publish", copy.folder, {});
  expect(await publishing.ended).toBe(1);
  expect(publishing.log()).toContain("/en/blog/latin-american-tech-hubs");
  expect(publishing.log()).toContain("Nothing was published: what ran before goes on.");
  await copy.remove();
});

test("what is pushed goes live when the Git host says so", async ({ openInbox }) => {
  test.setTimeout(600_000);
  const copy = await projectCopy(".releases");
  const host = `${copy.folder}-host`;
  const desk = `${copy.folder}-desk`;
  git(copy.folder, "init", "--quiet", "--initial-branch=main");
  git(copy.folder, "add", "content");
  git(copy.folder, "commit", "--quiet", "--message=Content");
  git(copy.folder, "clone", "--quiet", "--bare", ".", host);
  git(copy.folder, "remote", "add", "origin", host);
  git(copy.folder, "fetch", "--quiet", "origin");
  git(copy.folder, "branch", "--quiet", "--set-upstream-to=origin/main");
  git(copy.folder, "clone", "--quiet", host, desk);
  const secret = "a secret of thirty-two characters";
  const inbox = await openInbox();
  const site = await startSite(
    { ...mailSettings(inbox), SITE_URL: builtFor(), PUBLISH_SECRET: secret, ALARM_TO: "ops@dreamcode.test" },
    copy.folder,
  );
  writeFileSync(join(desk, "content/en/blog/secret-plan.md"), draft);
  git(desk, "add", "content");
  const sentence = await push("A sentence", article, (whole) => `${whole}\nA sentence that was pushed.\n`);
  expect(sentence).toMatchObject({ state: "published" });
  expect(await (await fetch(site.url + oldAddress)).text()).toContain("A sentence that was pushed.");
  await expect.poll(() => mailed("Published")).toEqual([expect.stringMatching(/The secret plan\n\S+\/en\/preview\//)]);

  const slip = await push("A slip", article, (whole) => whole.replace("title: ", "title: ["));
  expect(slip).toMatchObject({ state: "failed", log: expect.stringContaining(`${article}:`) });
  const alarms = async () => (await fetch(`${site.url}/api/health`)).text();
  await expect.poll(alarms, { timeout: 60_000 }).toContain("publication-failed");
  const slips = [expect.stringContaining(`${article}:`)];
  await expect.poll(() => mailed("not on the site"), { timeout: 60_000 }).toEqual(slips);

  const gone = await push("Gone", article, () => undefined);
  expect(gone).toMatchObject({ state: "failed" });
  const both = expect.stringMatching(
    new RegExp(`^content/en/services/\\S+ .*${oldAddress}[^]*^  - from: ${oldAddress}$`, "m"),
  );
  await expect.poll(() => mailed("not on the site"), { timeout: 60_000 }).toEqual([...slips, both]);
  git(desk, "checkout", "--quiet", "HEAD~2", "--", article);
  const service = join(desk, "content/en/services/help-desk-and-technical-support.mdx");
  writeFileSync(service, readFileSync(service, "utf8").replaceAll(oldAddress, newAddress));
  const moved = await push("Another address", article, (whole) => whole.replace(/^url: .*$/m, "url: support-desk"));
  expect(moved).toMatchObject({ state: "published" });
  // The publication has written into the file that is pushed now.
  const redirect = "redirects:\n  - from: /pushed\n    to: /en/about\n";
  expect(
    await push("A redirect", "content/redirects.yaml", (whole) => whole.replace("redirects:\n", redirect)),
  ).toMatchObject({
    state: "published",
  });
  expect(await ask(site, oldAddress)).toMatchObject({ status: 308, location: newAddress });
  expect(await ask(site, "/pushed")).toMatchObject({ status: 308, location: "/en/about" });
  await site.remove();
  for (const folder of [host, desk]) rmSync(folder, { recursive: true });
  await copy.remove();

  /** The texts of the mails whose subject says so, the oldest first. */
  async function mailed(subject: string) {
    const mails = await Promise.all(inbox.messages.map(({ raw }) => PostalMime.parse(raw)));
    return mails.flatMap(({ subject: said, text }) => (said?.includes(subject) ? [text?.trim()] : [])).toReversed();
  }

  /** What became of it, as the Git host could read it. */
  async function push(message: string, file: string, edit: (whole: string) => string | undefined) {
    const whole = edit(readFileSync(join(desk, file), "utf8"));
    if (whole === undefined) rmSync(join(desk, file));
    else writeFileSync(join(desk, file), whole);
    git(desk, "commit", "--quiet", "--all", `--message=${message}`);
    git(desk, "push", "--quiet");
    const hook = { method: "POST", body: "{}", headers: { "x-gitlab-token": secret } };
    const asked = await fetch(`${site.url}/publish`, hook);
    expect(asked.status).toBe(202);
    const outcome = (await asked.json()).outcome.replace(builtFor(), site.url);
    const state = async () => (await (await fetch(outcome)).json()).state;
    await expect.poll(state, { timeout: 500_000 }).not.toMatch(/waiting|running/);
    return (await fetch(outcome)).json();
  }
});

function git(cwd: string, ...args: string[]) {
  execFileSync("git", ["-c", "user.name=Ana", "-c", "user.email=ana@company.com", ...args], { cwd, stdio: "pipe" });
}

function change({ folder }: ProjectCopy, file: string, edit: (whole: string) => string) {
  const place = join(folder, file);
  writeFileSync(place, edit(readFileSync(place, "utf8")));
}

async function npmPublish({ folder }: ProjectCopy, { url }: Site, option?: string) {
  const publishing = runNpm("publish", folder, { SITE_URL: url }, [], option ? ["--", option] : []);
  return { code: await publishing.ended, log: publishing.log() };
}
