import { once } from "node:events";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { test as base, expect } from "@playwright/test";
import sharp from "sharp";
import { freePort } from "../scripts/free-port.ts";
import { leadForm } from "./support/lead-form.ts";
import { projectCopy } from "./support/project-copy.ts";
import { type NpmRun, runNpm } from "./support/run-npm.ts";
import { english } from "./support/visitors.ts";

// Development makes each page when it is first asked for, and on a busy machine that takes its time.
const madeAndShown = { timeout: 300_000 };

type Dev = {
  url: string;
  run: NpmRun;
  read(file: string): Promise<string>;
  write(file: string, content: string | Buffer): Promise<void>;
  /** As many editors save: a new file takes the place of the old one. */
  replace(file: string, content: string): Promise<void>;
  remove(file: string): Promise<void>;
};

const test = base.extend<object, { dev: Dev }>({
  dev: [
    async ({ browserName: _ }, use) => {
      const { folder, remove } = await projectCopy();
      const port = String(await freePort());
      const url = `http://localhost:${port}`;
      const run = runNpm("dev", folder, {
        PORT: port,
        SITE_URL: url,
        DATA_DIR: join(folder, "data"),
        RATE_LIMIT: "off",
      });
      await run.said("The site is on");
      await use({
        url,
        run,
        read: (file) => readFile(join(folder, file), "utf8"),
        async write(file, content) {
          await mkdir(dirname(join(folder, file)), { recursive: true });
          await writeFile(join(folder, file), content);
        },
        async replace(file, content) {
          await writeFile(join(folder, `${file}.part~`), content);
          await rename(join(folder, `${file}.part~`), join(folder, file));
        },
        remove: (file) => rm(join(folder, file)),
      });
      run.kill();
      await remove();
    },
    { scope: "worker", timeout: 600_000 },
  ],
  baseURL: ({ dev }, use) => use(dev.url),
});

// One development server for all of them.
test.describe.configure({ mode: "serial", timeout: 900_000 });
test.use({ navigationTimeout: madeAndShown.timeout, actionTimeout: madeAndShown.timeout });

test("a form is sent with script, and nothing that its page asks for is missing", async ({ page }) => {
  const missing: string[] = [];
  page.on("response", (response) => {
    if (response.status() >= 400) missing.push(`${response.status()} ${response.url()}`);
  });
  await page.goto("/en/contact");
  const form = leadForm(page, english, "contact");
  await form.fillIn({ name: "Ana Torres", email: "ana@company.com", contact: "Two engineers.", consent: true });
  await form.button.click();

  await expect(page).toHaveURL(/\/en\/contact\/received\?ref=/, madeAndShown);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(english.thanks);
  expect(missing).toEqual([]);
});

const mistakes = [
  {
    file: "content/redirects.yaml",
    half: (text: string) => `${text}\n  - from: /half-writ`,
    said: /content\/redirects\.yaml:\d+:\d+ redirects\.\d+\.to: is missing/,
  },
  {
    file: "content/en/services/cloud.mdx",
    half: (text: string) => text.replace("title: Cloud", "title: [Cloud"),
    said: "content/en/services/cloud.mdx:2:",
  },
  {
    file: "content/es/hubs/bogota.md",
    half: (text: string) => text.replace(/^metaTitle: .*\n/m, ""),
    said: /content\/es\/hubs\/bogota\.mdx?:\d+:\d+ metaTitle: is missing/,
  },
];

for (const { file, half, said } of mistakes) {
  test(`a mistake in ${file} is shown with its line, and the page comes back by itself`, async ({ page, dev }) => {
    await page.goto(file.includes("/es/") ? "/es/hubs" : "/en/services");
    const title = await page.getByRole("heading", { level: 1 }).textContent();
    const whole = await dev.read(file);

    await dev.write(file, half(whole));
    await expect(page.getByText(said)).toBeVisible(madeAndShown);
    await dev.write(file, whole);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title ?? "", madeAndShown);
  });
}

test("a picture that is added, and then named in an article, is shown by the page that is open", async ({
  page,
  dev,
}) => {
  const article = "content/en/blog/hiring-help-desk-and-technical-support-in-colombia.md";
  await page.goto("/en/blog/hiring-help-desk-and-technical-support-in-colombia");
  const picture = sharp({ create: { width: 1200, height: 800, channels: 3, background: "#175" } });
  await dev.write("content/images/new.png", await picture.png().toBuffer());
  await dev.write(article, `${await dev.read(article)}\n\n![A green field](new.png)\n`);

  const shown = page.getByRole("img", { name: "A green field" });
  await expect(shown).toBeVisible(madeAndShown);
  await shown.scrollIntoViewIfNeeded();
  await expect
    .poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth), madeAndShown)
    .toBeGreaterThan(0);
});

test("an article that was saved a moment ago is there when it is opened", async ({ request, dev }) => {
  const article = await dev.read("content/en/blog/hiring-help-desk-and-technical-support-in-colombia.md");
  // Next has to know the others before one is new.
  await request.get("/en/blog/hiring-help-desk-and-technical-support-in-colombia", madeAndShown);
  for (const name of ["first", "second", "third"]) {
    const title = `The ${name} of three`;
    const other = article.replace(/^(title|metaTitle): .*$/gm, `$1: ${title}`).replace(/^url: .*$/m, `url: ${name}`);
    await dev.write(`content/en/blog/${name}.md`, other);
    const answer = await request.get(`/en/blog/${name}`, madeAndShown);
    expect(answer.status()).toBe(200);
    expect(await answer.text()).toContain(title);
  }
});

const cloud = "content/en/services/cloud.mdx";

test("an edit that comes after a page is made, and before its script listens, is shown by itself", async ({
  page,
  context,
  dev,
}) => {
  const whole = await dev.read(cloud);
  let listen = () => {};
  const mayListen = new Promise<void>((resolve) => {
    listen = resolve;
  });
  await page.route("**/_dev/changes", async (route) => {
    await mayListen;
    await route.continue();
  });
  await page.goto("/en/services/cloud");
  const other = await context.newPage();
  await other.goto("/en/services/cloud");

  await dev.write(cloud, whole.replace("title: Cloud\n", "title: Clouds of all kinds\n"));
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Clouds of all kinds", madeAndShown);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cloud");
  listen();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Clouds of all kinds", madeAndShown);
  await dev.write(cloud, whole);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cloud", madeAndShown);
});

const bursts = [
  { saves: "write", pause: 0 },
  { saves: "write", pause: 100 },
  { saves: "replace", pause: 300 },
  { saves: "write", pause: 700 },
  { saves: "replace", pause: 1_500 },
] as const;

for (const { saves, pause } of bursts) {
  test(`of three saves (${saves}) that are ${pause} ms apart, the last is shown`, async ({ page, dev }) => {
    await page.goto("/en/services/cloud");
    const whole = await dev.read(cloud);
    for (const title of ["First", "[Second", "Third"]) {
      await dev[saves](cloud, whole.replace("title: Cloud\n", `title: ${title}\n`));
      await wait(pause);
    }
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Third", madeAndShown);
    await dev[saves](cloud, whole);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cloud", madeAndShown);
  });
}

const comings = [
  { from: "content/en/blog/hiring-help-desk-and-technical-support-in-colombia.md", to: "content/en/blog/later.md" },
  { from: cloud, to: "content/en/services/later.mdx" },
  { from: "content/en/hubs/bogota.md", to: "content/en/hubs/later.md" },
];

for (const { from, to } of comings) {
  test(`the 404 in place of ${to} goes when it is written, comes when it is removed, and goes again`, async ({
    page,
    dev,
  }) => {
    const text = (await dev.read(from))
      .replace(/^title: .*$/m, "title: Written later")
      .replace(/^url: .*$/m, "url: later");
    const heading = page.getByRole("heading", { level: 1 });
    await page.goto(to.replace("content", "").replace(/\.mdx?$/, ""));
    await expect(heading).toHaveText("This page is not here");
    await dev.write(to, text);
    await expect(heading).toHaveText("Written later", madeAndShown);
    await dev.remove(to);
    await expect(heading).toHaveText("This page is not here", madeAndShown);
    await dev.write(to, text);
    await expect(heading).toHaveText("Written later", madeAndShown);
    await dev.remove(to);
  });
}

const edits = [
  { file: "content/en/services/cloud.mdx", from: "title: Cloud\n", to: "title: Clouds of all kinds\n" },
  {
    file: "content/en/messages.ts",
    from: /services: \{\s*title: "[^"]*"/,
    to: 'services: { title: "Clouds of all kinds"',
  },
  { file: "components/content/service-list.tsx", from: "{service.title}", to: "Clouds of all kinds" },
];

for (const { file, from, to } of edits) {
  test(`an edit of ${file} shows by itself`, async ({ page, dev }) => {
    // A change of code is told over Next's socket: one that comes before it is open, seconds after the page, is told to nobody.
    const connected = page.waitForEvent("websocket").then((socket) => socket.waitForEvent("framereceived"));
    await page.goto("/en/services");
    await connected;
    // One that comes before React is there is lost as well (16.4.6: "Router action dispatched before initialization").
    await page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith("__reactFiber$")));
    const whole = await dev.read(file);
    const edited = whole.replace(from, to);
    expect(edited).not.toBe(whole);
    await dev.write(file, edited);
    await expect(page.getByText("Clouds of all kinds").first()).toBeVisible(madeAndShown);
    await dev.write(file, whole);
    await expect(page.getByText("Clouds of all kinds")).toHaveCount(0, madeAndShown);
  });
}

test("words that are edited while no page is open are in a page that nobody has opened before", async ({
  request,
  dev,
}) => {
  await request.get("/en/about", madeAndShown);
  const words = await dev.read("content/en/messages.ts");
  await dev.write("content/en/messages.ts", words.replace("Colombian teams, on", "Colombian crews, on"));
  const home = async () => (await request.get("/en", madeAndShown)).text();
  await expect.poll(home, { timeout: 60_000 }).toContain("Colombian crews, on");
  await dev.write("content/en/messages.ts", words);
  await expect.poll(home, { timeout: 60_000 }).toContain("Colombian teams, on");
});

test("an article that is just being written has its picture for messages, whatever letters its title has", async ({
  request,
  dev,
}) => {
  const file = "content/en/blog/being-written.md";
  const whole = "content/en/blog/hiring-help-desk-and-technical-support-in-colombia.md";
  const title = "Launching 🚀 with 👩‍💻 in コロンビア";
  await dev.write(
    file,
    (await dev.read(whole)).replace(/^url: .*/m, "url: being-written").replace(/^title: .*/m, `title: ${title}`),
  );
  const html = await (await request.get("/en/blog/being-written", madeAndShown)).text();
  const [, address = ""] =
    /property="og:image" content="([^"]+\/being-written\/opengraph-image[^"]*)"/.exec(html) ?? [];
  const picture = await request.get(address, madeAndShown);
  await dev.remove(file);
  expect(picture.headers()["content-type"]).toBe("image/png");
  const { width, height } = await sharp(await picture.body()).metadata();
  expect([width, height]).toEqual([1200, 630]);
});

test("when npm is killed, everything that it started ends", async ({ dev }) => {
  process.kill(dev.run.pid, "SIGINT");
  await dev.run.ended;
  const socket = connect(Number(new URL(dev.url).port), "localhost");
  const [refusal] = await once(socket, "error");
  expect(refusal.code).toBe("ECONNREFUSED");
});
