import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { type PageTexts, writePageTexts } from "./page-texts.ts";
import { tellIndexNow } from "./tell-index-now.ts";

const key = "0123456789abcdef";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

function releaseOf(texts: PageTexts): string {
  const release = folderForTests();
  mkdirSync(join(release, ".next/site"), { recursive: true });
  writePageTexts(join(release, ".next/site"), texts);
  return release;
}

function publication() {
  return {
    before: releaseOf({ "/en": { text: "a" }, "/en/about": { text: "b" }, "/en/blog/old": { text: "c" } }),
    release: releaseOf({ "/en": { text: "a" }, "/en/about": { text: "x" }, "/en/blog/new": { text: "d" } }),
  };
}

/** What stands for search engines: each message that it got. */
async function listener(status: number) {
  const told: unknown[] = [];
  const server = createServer(async (request, response) => {
    told.push(JSON.parse(await text(request)));
    response.writeHead(status).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { told, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test("search engines are told which pages say something else, are new or are gone, and where the key is", async () => {
  vi.stubEnv("INDEXNOW_KEY", key);
  vi.stubEnv("SITE_URL", "https://www.example.com");
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  const { told, address } = await listener(202);
  const { before, release } = publication();
  await tellIndexNow({ before, release }, address);
  await tellIndexNow({ before: release, release }, address);
  expect(told).toEqual([
    {
      host: "www.example.com",
      key,
      keyLocation: `https://www.example.com/${key}.txt`,
      urlList: ["/en/about", "/en/blog/new", "/en/blog/old"].map((path) => `https://www.example.com${path}`),
    },
  ]);
});

test("nobody is told without a key, nor of a copy for trying out", async () => {
  const { told, address } = await listener(200);
  await tellIndexNow(publication(), address);
  vi.stubEnv("INDEXNOW_KEY", key);
  vi.stubEnv("SITE_STAGING", "on");
  await tellIndexNow(publication(), address);
  expect(told).toEqual([]);
});

test("what goes wrong is said, and stops nothing", async () => {
  vi.stubEnv("INDEXNOW_KEY", key);
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { address } = await listener(403);
  await tellIndexNow(publication(), address);
  await tellIndexNow(publication(), "http://127.0.0.1:1");
  vi.stubEnv("SITE_URL", "no address");
  await tellIndexNow(publication(), address);
  expect(said.mock.calls.map(([line]) => line)).toEqual([
    "IndexNow was not told what has changed: HTTP 403",
    expect.stringMatching(/^IndexNow was not told what has changed: fetch failed( \(\w+\))?$/),
    expect.stringContaining("IndexNow was not told what has changed: "),
  ]);
});
