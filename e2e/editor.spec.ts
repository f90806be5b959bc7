import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { projectCopy } from "./support/project-copy.ts";
import { expect, test } from "./support/test.ts";

const languages = ["en", "es"];
const repository = { CMS_REPOSITORY: "gitea:https://git.dreamcode.test/team/site" };
// What the editor finds in its folder.
const written = globSync("content/**/*.{md,mdx,yaml}").sort();

test("each file that the editor offers stays as it is but for what was changed", async ({ page, openSite }) => {
  test.setTimeout(600_000);
  const site = await openSite(repository);
  const asked = await openEditor(page, site.url);

  for (const file of written) {
    const [, language, kind, name, ending] = /^content\/(\w+)\/(\w+)\/(.+)\.(mdx?)$/.exec(file) ?? [];
    if (language !== "en") continue;
    await page.goto(`${site.url}/admin#/collections/${kind}-${ending}/entries/${name}`);
    const title = page.locator('[data-locale="en"] [data-key-path="title"] input').first();
    await expect(title, file).toBeVisible();
    for (const language of languages) await expect(bodyIn(page, language), file).not.toBeEmpty();
    // Nothing has changed for being drawn.
    await expect(save(page), file).toBeDisabled();
    await title.fill(`${await title.inputValue()}!`);
    for (const language of languages) {
      await bodyIn(page, language).locator("p").first().click();
      await page.keyboard.type("Word");
    }
    await save(page).click();
    await expect(page, file).not.toHaveURL(/entries/);
    await expect(title, file).toBeHidden();
    for (const [path, title] of [
      [file, "$1!$2"],
      [file.replace("/en/", "/es/"), "$1$2"],
    ] as const) {
      const text = readFileSync(path, "utf8").replace(/^(title: .*?)("?)$/m, title);
      await expect.poll(async () => (await read(page, path))?.replace("Word", ""), path).toBe(text);
    }
  }
  expect(asked, "what it asked for elsewhere").toEqual([]);
});

test("in the files for the whole site one line changes too, beside its comments", async ({ page, openSite }) => {
  test.setTimeout(300_000);
  const site = await openSite(repository);
  await openEditor(page, site.url);
  const changes: [string, string, string, string][] = [
    ["settings/entries/home-words", "content/en/home.yaml", "title", "title: Your next team shares your clock."],
    ["authors/entries/dreamcode", "content/authors/dreamcode.yaml", "name", "name: DreamCode"],
    ["settings/entries/site", "content/site.yaml", "name", "name: DreamCode"],
    ["settings/entries/categories", "content/categories.yaml", "entries.0.en", "en: Innovation"],
    ["settings/entries/redirects", "content/redirects.yaml", "redirects.0.to", "to: /services/staff-augmentation"],
  ];
  for (const [address, file, key, line] of changes) {
    await page.goto(`${site.url}/admin#/collections/${address}`);
    const field = page.locator(`[data-key-path="${key}"] input`).first();
    await expect(field, file).not.toHaveValue("");
    await expect(save(page), file).toBeDisabled();
    const changed = `${await field.inputValue()}X`;
    // On a slow machine the editor draws its fields once more after they were shown, at any moment until it has left them,
    // and what is typed before that is gone.
    await expect(async () => {
      if (!page.url().includes("/entries/")) return;
      await field.fill(changed, { timeout: 1_000 });
      await save(page).click({ timeout: 1_000 });
      await expect(page, file).not.toHaveURL(/entries/);
    }).toPass();
    await expect.poll(() => read(page, file), file).toBe(readFileSync(file, "utf8").replace(line, `${line}X`));
  }
});

test("a block is changed in its fields, saved with them at once, and kept where nothing is left in it", async ({
  page,
  openSite,
}) => {
  test.setTimeout(120_000);
  const { url } = await openSite(repository);
  await openEditor(page, url, "industries-mdx/entries/finance-and-fintech");
  const dialog = page.getByRole("dialog");
  const inside = dialog.locator("textarea").first();
  const change = async (language: string, words: (written: string) => string) => {
    await bodyIn(page, language).getByRole("button", { name: "Questions" }).click();
    const written = await inside.inputValue();
    await inside.fill(words(written));
    await dialog.getByRole("button", { name: "Update" }).click();
    return written;
  };
  await change("es", () => "");
  await expect(dialog).toBeHidden();
  const words = (written: string) => written.replace("?", "??");
  const written = await change("en", words);
  await save(page).click();
  const [english, spanish] = languages.map((language) => `content/${language}/industries/finance-and-fintech.mdx`);
  if (!english || !spanish) throw new Error("a file for each language");
  await expect.poll(() => read(page, english)).toBe(readFileSync(english, "utf8").replace(written, words(written)));
  expect(await read(page, spanish)).toBe(readFileSync(spanish, "utf8"));
});

test("what a form says of a text that nobody touched is not heard, and what was just done in one is saved", async ({
  page,
  openSite,
}) => {
  test.setTimeout(120_000);
  const { url } = await openSite(repository);
  await openEditor(page, url, "industries-mdx/entries/finance-and-fintech");
  const touched = bodyIn(page, "en");
  for (const language of languages) {
    await expect(bodyIn(page, language)).not.toBeEmpty();
    await say(bodyIn(page, language), "Nothing.");
  }
  await expect(save(page)).toBeDisabled();
  await page.locator('[data-locale="en"] [data-key-path="title"] input').first().fill("Finance");
  const selected = page.evaluate(toldOfSelection);
  // On its first word, whatever stands above it.
  await touched
    .locator("p")
    .first()
    .dblclick({ position: { x: 12, y: 10 } });
  await selected;
  // The form takes a selection up in a frame of its own.
  await nextFrame(page);
  await say(bodyIn(page, "es"), "Nothing.");
  await Promise.all(["Control+b", "Control+s"].map((keys) => page.keyboard.press(keys)));
  await expect(touched).toBeHidden();
  for (const language of languages) {
    const file = `content/${language}/industries/finance-and-fintech.mdx`;
    const title = language === "en" ? "title: Finance" : "$&";
    const now = (await read(page, file)) ?? "";
    expect(now.replace(/\*\*(\w+)\*\*/, "$1")).toBe(readFileSync(file, "utf8").replace(/^title: .*$/m, title));
    expect(/\*\*\w+\*\*/.test(now), language).toBe(language === "en");
  }
});

test("a sign that blocks begin with is escaped in what is typed, and its line alone is another", async ({
  page,
  openSite,
}) => {
  test.setTimeout(120_000);
  const { url } = await openSite(repository);
  const file = "content/en/blog/latin-american-tech-hubs.mdx";
  await openEditor(page, url, "blog-mdx/entries/latin-american-tech-hubs");
  await bodyIn(page, "en").locator("p").first().click();
  await page.keyboard.press("End");
  await page.keyboard.type(" And 1 < 2.");
  await save(page).click();
  await expect(bodyIn(page, "en")).toBeHidden();
  const whole = readFileSync(file, "utf8");
  const now = await read(page, file);
  const differing = (now ?? "").split("\n").filter((line, index) => line !== whole.split("\n")[index]);
  expect(differing).toEqual([expect.stringContaining(" And 1 \\< 2.")]);
});

test("a paragraph keeps a first word of one letter, and the signs of a heading and a list are read", async ({
  page,
  openSite,
}) => {
  test.setTimeout(120_000);
  const { url } = await openSite(repository);
  await openEditor(page, url, "blog-mdx/entries/latin-american-tech-hubs");
  const typed = ["A good day", "Y luego", "## A heading", "O no", "- item"];
  for (const language of languages) {
    const first = bodyIn(page, language).locator("p").first();
    await first.click();
    // A paragraph of its own above all others. The form hears a frame later where the caret has gone.
    for (const key of ["Control+Home", "Enter", "ArrowUp"]) {
      await nextFrame(page);
      await page.keyboard.press(key);
    }
    await nextFrame(page);
    await expect(first).toHaveText("");
    for (const [index, line] of typed.entries()) {
      if (index > 0) await page.keyboard.press("Enter");
      await page.keyboard.type(line);
    }
  }
  await save(page).click();
  await expect(bodyIn(page, "en")).toBeHidden();
  for (const language of languages) {
    const file = `content/${language}/blog/latin-american-tech-hubs.mdx`;
    const expected = readFileSync(file, "utf8").replace(/\n---\n+/, `$&${typed.join("\n\n")}\n\n`);
    await expect.poll(() => read(page, file), file).toBe(expected);
  }
});

test("a new article in both languages with a picture is right for npm run content", async ({ page, openSite }) => {
  test.setTimeout(300_000);
  const site = await openSite(repository);
  const picture = await sharp({ create: { width: 1200, height: 800, channels: 3, background: "#175" } })
    .png()
    .toBuffer();
  await openEditor(page, site.url, "blog-mdx/new");
  for (const [language, words] of Object.entries(texts)) {
    const pane = page.locator(`[data-locale="${language}"]`);
    const field = (key: string) => pane.locator(`[data-key-path="${key}"]`).first();
    for (const [key, text] of Object.entries(words)) await field(key).locator("input, textarea").first().fill(text);
    await field("date").locator("input").first().fill("2026-11-02");
    await field("category").getByRole("radio", { name: "Canada" }).click();
    await field("body").getByRole("textbox").first().click();
    await page.keyboard.type("Ten words and more.");
    await field("imgalt").locator("input, textarea").first().fill("A ship at a quay under lamps");
    await field("imglink").getByRole("button", { name: "Browse" }).click();
    const dialog = page.getByRole("dialog");
    const upload = dialog.locator("input[type=file]").first();
    if (language === "en") await upload.setInputFiles({ name: "port.png", mimeType: "image/png", buffer: picture });
    else await dialog.getByRole("option", { name: "port.png" }).click();
    await dialog.getByRole("button", { name: "Insert" }).click();
    await expect(dialog).toBeHidden();
    if (language === "en") continue;
    await field("body").getByRole("button", { name: "Picture", exact: true }).click();
    await dialog.first().getByRole("button", { name: "Browse" }).click();
    await dialog.last().getByRole("option", { name: "port.png" }).click();
    await dialog.last().getByRole("button", { name: "Insert" }).click();
    await expect(dialog).toHaveCount(1);
    await dialog.locator('[data-key-path$="alt"] input').fill("A crane over a ship at night");
    await dialog.getByRole("button", { name: "Insert" }).click();
  }
  await save(page).click();
  await expect(page.getByRole("button", { name: "New" }).first()).toBeVisible();

  const copy = await projectCopy();
  try {
    for (const language of languages) {
      const file = `content/${language}/blog/a-port.mdx`;
      writeFileSync(join(copy.folder, file), (await read(page, file)) ?? "");
    }
    expect(await read(page, "content/es/blog/a-port.mdx")).toContain("![A crane over a ship at night](port.png)");
    mkdirSync(join(copy.folder, "content/images"), { recursive: true });
    writeFileSync(join(copy.folder, "content/images/port.png"), picture);
    const { status, stdout } = spawnSync(process.execPath, ["lib/content/check/cli.ts"], {
      cwd: copy.folder,
      encoding: "utf8",
    });
    expect(status, stdout).toBe(0);
    expect(stdout).not.toContain("a-port.mdx");
  } finally {
    await copy.remove();
  }
});

test("where no repository is named there is no editor, and no page leads to one", async ({ request }) => {
  for (const address of ["/admin", "/admin/config.json", "/admin/start-editor.js"])
    expect((await request.get(address)).status(), address).toBe(404);
  for (const address of ["/en", "/sitemap.xml", "/llms.txt"])
    expect(await (await request.get(address)).text(), address).not.toContain("/admin");
});

test("the editor may ask for its repository and nothing else, is kept by nobody and found by none", async ({
  request,
  openSite,
}) => {
  const { url } = await openSite(repository);
  for (const address of ["/admin", "/admin/config.json"]) {
    const headers = (await request.get(url + address)).headers();
    expect(headers).toMatchObject({ "cache-control": "no-store", "x-robots-tag": "noindex" });
    expect(headers["content-security-policy"]).toContain("connect-src 'self' https://git.dreamcode.test blob: data:;");
    expect(headers["content-security-policy"]).toContain("script-src 'self' 'wasm-unsafe-eval';");
  }
  expect((await request.get(`${url}/en`)).headers()["content-security-policy"]).not.toContain("unsafe");
  expect((await request.get(`${url}/admin/../package.json`)).status()).toBe(404);
});

const texts = {
  en: {
    metaTitle: "A port that works at night, and who runs it",
    meta_description:
      "What a port does at night, who runs it, and what that means for companies that ship in the morning.",
    title: "A port at night",
    url: "a-port",
  },
  es: {
    metaTitle: "Un puerto que trabaja de noche, y quién lo opera",
    meta_description:
      "Qué hace un puerto de noche, quién lo opera y qué significa para quienes despachan por la mañana.",
    title: "Un puerto de noche",
    url: "un-puerto",
  },
};

/** `at` is what it shows first. Gives what it asks for elsewhere. */
async function openEditor(page: Page, url: string, at?: string): Promise<string[]> {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(url)) asked.push(request.url());
  });
  const files = written.map((file): [string, string] => [file, readFileSync(file, "utf8")]);
  // A field is drawn once it is in sight.
  await page.setViewportSize({ width: 1280, height: 2_000 });
  await page.goto(`${url}/icon.svg`);
  await page.evaluate(async (files) => {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle(".git", { create: true });
    for (const [file, text] of files) {
      const names = file.split("/");
      let folder = root;
      for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
      const writable = await (await folder.getFileHandle(names.at(-1) ?? "", { create: true })).createWritable();
      await writable.write(text);
      await writable.close();
    }
  }, files);
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
  await page.goto(`${url}/admin`);
  await page.getByRole("button", { name: "Work with Local Repository" }).click();
  await expect(page.getByRole("treeitem", { name: "Articles", exact: true })).toBeVisible();
  if (at) await page.goto(`${url}/admin#/collections/${at}`);
  return asked;
}

function bodyIn(page: Page, language: string) {
  return page.locator(`[data-locale="${language}"] [data-key-path="body"] [role="textbox"]`).first();
}

/** The browser tells the form of a selection a frame after the click, and what is pressed before is done to none: no hand is so quick. */
function toldOfSelection(): Promise<void> {
  return new Promise((resolve) => {
    document.addEventListener("selectionchange", () => {
      if (String(getSelection())) resolve();
    });
  });
}

/** As the form itself says, a while after it was drawn, how it would write its text. */
function say(form: Locator, value: string) {
  return form.evaluate((element, value) => {
    const selection = { blockNodeKey: null, blockType: "paragraph", inlineTypes: [] };
    element.dispatchEvent(new CustomEvent("Update", { detail: { value, selection } }));
  }, value);
}

function nextFrame(page: Page) {
  return page.evaluate(() => new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame))));
}

function save(page: Page) {
  return page.getByRole("button", { name: "Save", exact: true }).first();
}

async function read(page: Page, file: string): Promise<string | undefined> {
  return page.evaluate(async (file) => {
    const names = file.split("/");
    let folder = await navigator.storage.getDirectory();
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
    return (await (await folder.getFileHandle(names.at(-1) ?? "")).getFile()).text();
  }, file);
}
