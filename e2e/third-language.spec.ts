import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { fillInLanguage, nameLanguage, portuguese } from "./support/add-language.ts";
import { mailSettings, mailsAbout } from "./support/mails.ts";
import { projectCopy } from "./support/project-copy.ts";
import { runNpm } from "./support/run-npm.ts";
import { startSite } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

test("a third language is asked for by the compiler, file by file, and then spoken by all of the site", async ({
  openInbox,
}) => {
  test.setTimeout(900_000);
  const inbox = await openInbox();
  const { folder, remove } = await projectCopy();

  // The types of the routes, which stay as they are.
  await runIn(folder, "node_modules/next/dist/bin/next", "typegen");
  nameLanguage(folder);
  expect(await wrongFiles(folder)).toEqual([
    "app/global-error.tsx",
    "lib/hours/cities.ts",
    "lib/hours/regions.ts",
    "lib/i18n/mail-text.ts",
    "lib/i18n/messages.ts",

    "lib/search/search-words.ts",
  ]);
  fillInLanguage(folder);
  expect(await wrongFiles(folder)).toEqual([]);

  const build = runNpm("build", folder, { SITE_URL: "https://www.dreamcode.example" });
  expect(await build.ended, build.log()).toBe(0);
  expect(build.log()).toContain(" 0 errors, 0 warnings");
  const site = await startSite({ ...mailSettings(inbox), SITE_URL: "https://www.dreamcode.example" }, folder);
  const ask = (path: string, options: RequestInit = {}) => {
    const headers = { host: "www.dreamcode.example", origin: "https://www.dreamcode.example", ...options.headers };
    return fetch(site.url + path, { redirect: "manual", ...options, headers });
  };
  const textOf = async (path: string) => (await ask(path)).text();

  const page = await textOf("/pt/services/cloud");
  expectIn(page, '<html lang="pt"');
  for (const language of ["en", "es", "pt"]) {
    expectIn(page, `hrefLang="${language}" href="https://www.dreamcode.example/${language}/services/cloud"`);
  }
  expectIn(page, 'content="pt_BR"');
  expectIn(await textOf("/en"), `>${portuguese.languageName}</a>`);
  expectIn(await textOf("/pt?utm_source=carta"), 'href="/pt/contact?utm_source=carta&amp;landing=%2Fpt"');
  expect((await ask("/", { headers: { "accept-language": "pt-PT,pt;q=0.9" } })).headers.get("location")).toBe("/pt");

  expectIn(await textOf("/pt/feed.xml"), "<language>pt</language>");
  expect(JSON.parse(await textOf("/pt/feed.json"))).toMatchObject({ language: "pt" });
  expectIn(await textOf("/sitemap.xml"), "<loc>https://www.dreamcode.example/pt/services/cloud</loc>");
  expectIn(await textOf("/llms.txt"), `(${portuguese.languageName})`);
  expectIn(await textOf("/pt/search?q=nube"), 'href="/pt/services/cloud"');

  const fields = { locale: "pt", name: "", email: "ana@company.com", message: "Dois engenheiros.", consent: "on" };
  const post = (given: Record<string, string>) =>
    ask("/pt/contact", { method: "POST", body: new URLSearchParams(given) });
  expect(await (await post(fields)).text()).toContain(portuguese.required);
  const taken = await post({ ...fields, name: "Ana" });
  const [, ref = ""] =
    /^\/pt\/contact\/received\?ref=(\w+)&call=[\w-]{43}$/.exec(taken.headers.get("location") ?? "") ?? [];
  const mails = await mailsAbout(ref, site, inbox);
  expect(mails.map(({ recipients }) => recipients)).toEqual([["sales@dreamcode.test"], ["ana@company.com"]]);
  expect(mails[0]?.text).toContain("Dois engenheiros.");
  expect(mails[1]?.subject).toContain(portuguese.receipt);
  expect(mails[1]?.text).toContain("https://www.dreamcode.example/pt/contact");
  await site.remove();
  await remove();
});

/** A page is long: what is missing says more than all of it. */
function expectIn(text: string, part: string) {
  expect(text.includes(part), part).toBe(true);
}

/** The files of code that do not compile. Tests spell out two languages. */
async function wrongFiles(folder: string): Promise<string[]> {
  const run = (program: string, ...args: string[]) =>
    promisify(execFile)(process.execPath, [program, ...args], { cwd: folder, maxBuffer: 100e6 }).catch(
      (error) => error,
    );
  await run("node_modules/next/dist/bin/next", "typegen");
  const { stdout } = await run("node_modules/typescript/bin/tsc", "--pretty", "false");
  const files = Array.from(String(stdout).matchAll(/^([^\s(]+)\(/gm), ([, file = ""]) => file);
  return [...new Set(files)]
    .filter((file) => !/(\.test\.tsx?|-for-tests\.ts)$|^(e2e|bench|scripts)\//.test(file))
    .sort();
}

function runIn(cwd: string, program: string, ...args: string[]) {
  return promisify(execFile)(process.execPath, [program, ...args], { cwd, maxBuffer: 100e6 }).catch((error) => error);
}
