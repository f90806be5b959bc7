import { globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { mailSettings } from "./support/mails.ts";
import { projectCopy } from "./support/project-copy.ts";
import { startSite } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

test("without the packages that the image leaves out, the site shows, searches, takes an inquiry and mails it", async ({
  openInbox,
  request,
}) => {
  test.setTimeout(120_000);
  const { folder, remove } = await projectCopy(".releases");
  const [, names = ""] =
    /^ +(@expo-google-fonts [^\n]*\n[^\n]*)$/m.exec(readFileSync("deploy/Dockerfile", "utf8")) ?? [];
  const packages = join(folder, "node_modules");
  for (const pattern of names.split(/[\s\\]+/)) {
    const found = globSync(pattern, { cwd: packages });
    for (const name of found) rmSync(join(packages, name), { recursive: true });
  }
  for (const other of ["app", "components", "content", "scripts"]) rmSync(join(folder, other), { recursive: true });
  const inbox = await openInbox();
  const site = await startSite(mailSettings(inbox), folder);
  try {
    for (const path of ["/en", "/es/search?q=soporte", "/en/hours", "/en/contact", "/admin"])
      expect((await request.get(site.url + path)).status(), path).toBe(path === "/admin" ? 404 : 200);
    const empty = await request.post(`${site.url}/en/inquiry`, { form: { name: "" }, maxRedirects: 0 });
    expect(empty.status()).toBe(422);
    const form = { name: "Ana", email: "ana@acme.test", message: "On its way", consent: "on" };
    const sent = await request.post(`${site.url}/en/contact`, { form, maxRedirects: 0 });
    expect(sent.status()).toBe(303);
    const [, ref = ""] = /received\?ref=(\w+)/.exec(sent.headers().location ?? "") ?? [];
    await expect.poll(() => inbox.messages.filter(({ raw }) => raw.includes(ref)).length).toBe(2);
    expect(await site.stop()).toBe(0);
    expect(site.log()).not.toMatch(/ERR_MODULE_NOT_FOUND|Cannot find (module|package)/);
  } finally {
    await site.remove();
    await remove();
  }
});
