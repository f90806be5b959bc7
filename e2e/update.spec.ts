import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { builtFor, type ProjectCopy, projectCopy } from "./support/project-copy.ts";
import { readAndWrite } from "./support/read-and-write.ts";
import { runNpm } from "./support/run-npm.ts";
import { startSite } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// Two at a time: a publication takes seconds, and what follows from one edit meets what follows from another.
const perPublication = 2;

test("every kind of edit goes live beside readers and senders, who notice nothing, and leave the site that a build of all makes", async () => {
  test.setTimeout(1_200_000);
  const copy = await projectCopy(".releases");
  const address = { SITE_URL: builtFor() };
  const site = await startSite(address, copy.folder);
  const { failures, stop } = readAndWrite(site);
  const random = seeded(20_261_127);
  const made: string[] = [];
  let memory = 0;
  write(copy, "content/en/blog/new-0.md", article(0, {}));
  for (let number = 0; number < kinds.length; number += perPublication) {
    for (let one = number; one < number + perPublication; one += 1) {
      const edit = kinds[one];
      made.push(`${one}: ${edit?.name}`);
      await edit?.({ copy, number: one, random });
    }
    await publish();
    if (number === 2 * perPublication) memory = site.memory();
    if (number % 8 !== 0) continue;
    await goBack();
    await publish();
  }
  const released = currentOf(copy);
  const gone = "content/en/blog/latin-american-tech-hubs.mdx";
  const text = readFileSync(join(copy.folder, gone), "utf8");
  rmSync(join(copy.folder, gone));
  const refused = runNpm("publish", copy.folder, address);
  expect(await refused.ended, refused.log()).toBe(1);
  expect(refused.log()).toContain("Nothing was published: what ran before goes on.");
  expect(currentOf(copy)).toBe(released);
  write(copy, gone, text);

  const { answers, refs } = await stop();
  // Of those before it one may still have a request to answer.
  await expect.poll(() => site.memory() / memory, { timeout: 60_000 }).toBeLessThan(1.3);
  expect(failures).toEqual([]);
  expect(answers).toBeGreaterThan(200);
  const kept = await site.leads("list");
  expect(refs.filter((ref) => !kept.includes(ref))).toEqual([]);
  await site.remove();

  const published = currentOf(copy);
  const building = runNpm("build", copy.folder, address);
  expect(await building.ended, building.log()).toBe(0);
  const built = currentOf(copy);
  expect(built).not.toBe(published);
  expect(siteOf(published)).toEqual(siteOf(built));
  expect(searchOf(published)).toEqual(searchOf(built));
  expect(readdirSync(join(published, ".mail-tiles"))).toEqual(readdirSync(join(built, ".mail-tiles")));
  await copy.remove();

  async function goBack() {
    const returning = runNpm("publish", copy.folder, address, [], ["--", "--back"]);
    expect(await returning.ended, returning.log()).toBe(0);
  }

  async function publish() {
    const publishing = runNpm("publish", copy.folder, address);
    expect(await publishing.ended, `${made.join("\n")}\n${publishing.log()}`).toBe(0);
    expect(publishing.log(), made.join("\n")).toMatch(/^update: \d+ of \d+ pages rendered$/m);
  }
});

type Edit = { copy: ProjectCopy; number: number; random: () => number };

// Each makes other pages other ones: a text, its card, lists, neighbours, feeds, pictures, names in every footer.
const kinds = [
  async function aSentenceOfAnArticle({ copy, number, random }: Edit) {
    change(copy, anyOf(copy, "blog", random), (whole) => `${whole.trimEnd()}\n\nA sentence, the ${number}th.\n`);
  },
  async function anArticleThatIsNew({ copy, number, random }: Edit) {
    write(copy, `content/${anyLocale(random)}/blog/new-${number}.md`, article(number, { tags: "[hiring]" }));
  },
  async function theTitleOfAnArticle({ copy, number, random }: Edit) {
    change(copy, anyOf(copy, "blog", random), (whole) => whole.replace(/^title: .*$/m, `title: The ${number}th title`));
  },
  async function aDraft({ copy, number, random }: Edit) {
    write(copy, `content/${anyLocale(random)}/blog/draft-${number}.md`, article(number, { draft: "true" }));
  },
  async function anArticleInBothLanguages({ copy, number }: Edit) {
    for (const locale of ["en", "es"])
      write(copy, `content/${locale}/blog/pair-${number}.md`, article(number, { author: "dreamcode" }));
  },
  async function anAddressThatChanges({ copy, number, random }: Edit) {
    change(copy, anyNew(copy, random), (whole) => whole.replace(/^url: .*$/m, `url: moved-${number}`));
  },
  async function anArticleThatGoes({ copy, random }: Edit) {
    const file = anyNew(copy, random);
    const [, url = ""] = /^url: (.*)$/m.exec(readFileSync(join(copy.folder, file), "utf8")) ?? [];
    const [, locale = ""] = file.split("/");
    rmSync(join(copy.folder, file));
    change(
      copy,
      "content/redirects.yaml",
      (whole) => `${whole.trimEnd()}\n  - from: /${locale}/blog/${url}\n    to: /${locale}/blog\n`,
    );
  },
  async function aPicture({ copy, number, random }: Edit) {
    const { folder } = copy;
    await mkdir(join(folder, "content/images"), { recursive: true });
    const colour = { r: number, g: 90, b: 60 };
    const picture = sharp({ create: { width: 1300, height: 800, channels: 3, background: colour } });
    await picture.jpeg().toFile(join(folder, `content/images/team-${number}.jpg`));
    change(
      copy,
      anyOf(copy, "blog", random),
      (whole) =>
        `${whole.replace(/^imglink:.*\n/m, "").replace(/^date:/m, `imglink: team-${number}.jpg\nimgalt: A room in one colour\ndate:`)}\n\n![A room](team-${number}.jpg)\n`,
    );
  },
  async function aService({ copy, number }: Edit) {
    change(copy, "content/en/services/cybersecurity.mdx", (whole) =>
      whole
        .replace(/^title: .*$/m, `title: Cybersecurity ${number}`)
        .replace(/^order: .*$/m, `order: ${(number % 7) + 1}`),
    );
  },
  async function aTagAndACategory({ copy, number }: Edit) {
    change(copy, "content/tags.yaml", (whole) =>
      whole.replace(/^hiring: .*$/m, `hiring: { en: Hiring ${number}, es: Contratación ${number} }`),
    );
    change(copy, "content/categories.yaml", (whole) => whole.replace(/(\ben: )(\w+)/, `$1$2${number}`));
  },
  async function aHub({ copy, number }: Edit) {
    change(copy, "content/en/hubs/bogota.md", (whole) =>
      whole.replace(/^summary: .*$/m, `summary: The capital, the ${number}th time.`),
    );
  },
  async function anAuthor({ copy, number }: Edit) {
    change(copy, "content/authors/dreamcode.yaml", (whole) =>
      whole.replace(/^name: .*$/m, `name: DreamCode ${number}`),
    );
  },
  async function aDownload({ copy, number }: Edit) {
    await mkdir(join(copy.folder, "content/files"), { recursive: true });
    write(copy, "content/files/prices.pdf", "%PDF-1.4 ".repeat(number + 1));
    change(
      copy,
      "content/es/pages/about.mdx",
      (whole) => `${whole.trimEnd()}\n\n[Precios ${number}](/files/prices.pdf)\n`,
    );
  },
  async function anAnswer({ copy, number }: Edit) {
    const replies = `replies:\n  - name: Ana\n    date: November 2, 2025\n    text: The ${number}th answer.\n`;
    await mkdir(join(copy.folder, "content/en/replies"), { recursive: true });
    write(copy, "content/en/replies/latin-american-tech-hubs.yaml", replies);
  },
  async function theCompany({ copy, number }: Edit) {
    change(
      copy,
      "content/site.yaml",
      (whole) => `${whole.replace(/^email: .*\n/m, "")}\nemail: sales${number}@company.com\n`,
    );
  },
  async function anArticleThatEnds({ copy, number, random }: Edit) {
    write(copy, `content/${anyLocale(random)}/blog/ends-${number}.md`, article(number, { until: "January 2, 2999" }));
  },
];

function article(number: number, more: Record<string, string>) {
  const lines = Object.entries({
    title: `The new article ${number}`,
    metaTitle: `The new article ${number}`,
    meta_description: `What there is to say in the ${number}th article, in as many words as search engines like to show below its title.`,
    date: `October ${(number % 28) + 1}, 2025`,
    url: `new-article-${number}`,
    category: "outsourcing",
    services: "[cybersecurity]",
    ...more,
  });
  return `---\n${lines.map(([key, value]) => `${key}: ${value}`).join("\n")}\n---\n\n## What it says\n\nA text, the ${number}th.\n`;
}

function anyLocale(random: () => number) {
  return random() < 0.5 ? "en" : "es";
}

function anyOf({ folder }: ProjectCopy, kind: string, random: () => number): string {
  const place = `content/${anyLocale(random)}/${kind}`;
  const files = readdirSync(join(folder, place));
  return `${place}/${files[Math.floor(random() * files.length)]}`;
}

/** One that these edits have made: no other text leads to it. */
function anyNew({ folder }: ProjectCopy, random: () => number): string {
  const files = ["en", "es"].flatMap((locale) =>
    readdirSync(join(folder, `content/${locale}/blog`)).map((name) => `content/${locale}/blog/${name}`),
  );
  const fresh = files.filter((file) => /\/(new|pair)-\d+\.md$/.test(file));
  return fresh[Math.floor(random() * fresh.length)] ?? "";
}

function change(copy: ProjectCopy, file: string, edit: (whole: string) => string) {
  write(copy, file, edit(readFileSync(join(copy.folder, file), "utf8")));
}

function write({ folder }: ProjectCopy, file: string, text: string) {
  writeFileSync(join(folder, file), text);
}

function currentOf({ folder }: ProjectCopy): string {
  const releases = join(folder, ".releases");
  const numbers = readdirSync(releases).filter((name) => /^\d+$/.test(name));
  return join(releases, String(Math.max(...numbers.map(Number))));
}

type SiteFile = { path: string; file: string; isText: boolean; etag: string; droppedAt?: string };

/** What is served, each with its hash. What older pages alone ask for stays for a while after either way. */
function siteOf(release: string) {
  const folder = join(release, ".next/site");
  const { files, ...manifest }: { files: SiteFile[] } = JSON.parse(readFileSync(join(folder, "site.json"), "utf8"));
  const current = files.filter(({ droppedAt }) => !droppedAt);
  const missing = current.filter(({ file, isText }) =>
    (isText ? ["", ".br", ".gz"] : [""]).some((ending) => !existsSync(join(folder, file + ending))),
  );
  expect(missing).toEqual([]);
  return { ...manifest, files: Object.fromEntries(current.map((file) => [file.path, file])) };
}

function searchOf(release: string) {
  return ["en", "es"].map((locale) => JSON.parse(readFileSync(join(release, `.search/${locale}.json`), "utf8")));
}

/** The same numbers in every run: a mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
