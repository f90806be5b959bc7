import { execFileSync, spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import type { View } from "#lib/leads/count/view.ts";
import { accepts } from "../../scripts/accepts.ts";
import { freePort } from "../../scripts/free-port.ts";
import { hearNginx } from "./hear-nginx.ts";
import { findWebServer } from "./recipes/find-web-server.ts";
import { nginxArgs } from "./recipes/nginx-args.ts";
import { nginxRecipe } from "./recipes/nginx-recipe.ts";
import { openSite } from "./site-folder/open-site.ts";
import { page, siteFolderForTests } from "./site-for-tests.ts";

const siteUrl = "https://www.dreamcode.example";
const browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";
const built = {
  "/en/blog": page("the blog"),
  "/en/about": page("about us"),
  "/en/contact": page("a form", { body: '<form data-lead-form="contact"></form>' }),
  "/images/a.png": "picture",
};

test.skipIf(!findWebServer("nginx"))(
  "the pages that nginx answers are counted once each, those of the site and of programs not at all",
  async () => {
    const folder = await siteFolderForTests(built);
    const { heard, port } = await hearing(folder);
    const ask = await startNginx(folder, port);

    await ask("/en/about", { "user-agent": "curl/8.14.1" });
    await ask("/images/a.png");
    // These reach the site, which counts them itself; here it is away.
    for (const path of ["/en/contact", "/en/blog?utm_source=x", "/en/nope"]) {
      expect(await ask(path)).toMatchObject({ status: 502 });
    }
    const { etag = "" } = await ask("/en/about");
    expect(await ask("/en/about", { "if-none-match": etag })).toMatchObject({ status: 304 });
    await ask("/en/blog", { referer: 'https://news.test/a"b?reader=ana' });
    await ask("/en/blog", { referer: `${siteUrl}/en/about` });
    await ask("/en/blog", { "sec-purpose": "prefetch;prerender" });

    const about = { path: "/en/about", locale: "en", source: "", campaign: "", openedFrom: "", isAhead: false };
    const blog = { ...about, path: "/en/blog" };
    await expect
      .poll(() => heard)
      .toEqual([
        about,
        about,
        { ...blog, source: "news.test" },
        { ...blog, source: "inside" },
        { ...blog, isAhead: true },
      ]);
  },
);

test.each([
  ["what is no line of a log", "hello"],
  ["a page that there is not", lineFor("/en/nope")],
  ["a page that was not shown", lineFor("/en/blog").replace(" 200 ", " 404 ")],
  ["who asked for its head alone", lineFor("/en/blog").replace("GET", "HEAD")],
  ["a line without an end", `${lineFor("/en/blog").slice(0, -1)}${"x".repeat(60_000)}`],
])("%s counts for nothing", async (_what, line) => {
  const { heard, port } = await hearing(await siteFolderForTests(built));
  await tell(port, line);
  await tell(port, lineFor("/en/about"));
  await expect.poll(() => heard.map(({ path }) => path)).toEqual(["/en/about"]);
});

test("where the release before still listens, the next one waits until it has ended", async () => {
  const folder = await siteFolderForTests(built);
  const before = await hearing(folder);
  const { heard, reported } = await hearing(folder, before.port);
  await tell(before.port, lineFor("/en/blog"));
  await expect.poll(() => before.heard).toHaveLength(1);
  before.close();
  await vi.waitFor(
    async () => {
      await tell(before.port, lineFor("/en/about"));
      expect(heard.length).toBeGreaterThan(0);
    },
    { timeout: 10_000, interval: 100 },
  );
  expect(reported).toEqual([]);
});

test("a port that another program keeps is told of once, after a minute", async () => {
  const folder = await siteFolderForTests(built);
  const other = createSocket("udp4").bind(0, "127.0.0.1");
  onTestFinished(() => void other.close());
  await once(other, "listening");
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const { reported } = await hearing(folder, other.address().port);
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      vi.advanceTimersByTime(1_000);
      for (let turns = 0; turns < 5; turns++) await turn();
    }
  };
  await pass(55);
  expect(reported).toEqual([]);
  await pass(60);
  expect(reported).toEqual([expect.stringMatching(/^pages that nginx answers are not counted .*EADDRINUSE/)]);
});

async function hearing(folder: string, port?: number) {
  const given = port ?? (await freePort());
  const heard: View[] = [];
  const reported: string[] = [];
  const { close } = hearNginx(given, {
    site: openSite(folder),
    siteUrl,
    views: { count: (view) => heard.push(view) },
    report: (problem, cause) => reported.push(`${problem} ${cause}`),
  });
  onTestFinished(close);
  // The port is opened at the end of a turn.
  await turn();
  return { heard, reported, port: given, close };
}

/** Behind it nothing listens. */
async function startNginx(folder: string, viewsPort: number) {
  const listen = await freePort();
  const manifest = JSON.parse(readFileSync(join(folder, "site.json"), "utf8"));
  const recipe = nginxRecipe(manifest, {
    folder,
    listen,
    upstream: `http://127.0.0.1:${await freePort()}`,
    viewsTo: `127.0.0.1:${viewsPort}`,
    siteUrl,
    isStaging: false,
  });
  const args = nginxArgs(folderForTests(), recipe);
  const program = findWebServer("nginx") ?? "";
  execFileSync(program, [...args, "-t"], { stdio: "pipe" });
  const running = spawn(program, args, { stdio: "ignore" });
  onTestFinished(async () => {
    running.kill("SIGTERM");
    await once(running, "exit");
  });
  await expect.poll(() => accepts(listen)).toBe(true);
  return async (path: string, headers: Record<string, string> = {}) => {
    const asked = get({
      port: listen,
      path,
      headers: { host: "www.dreamcode.example", "user-agent": browser, ...headers },
    });
    const [response]: IncomingMessage[] = await once(asked, "response");
    response?.resume();
    return { status: response?.statusCode, etag: response?.headers.etag };
  };
}

function lineFor(path: string): string {
  return `<190>Nov 30 10:20:04 views: 203.0.113.9 - - [30/Nov/2026:10:20:04 +0000] "GET ${path} HTTP/2.0" 200 9 "-" "${browser}"`;
}

async function tell(port: number, line: string) {
  const socket = createSocket("udp4");
  await new Promise((sent) => socket.send(line, port, "127.0.0.1", sent));
  socket.close();
}
