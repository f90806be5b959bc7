import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { siteForTests } from "#lib/serve/site-for-tests.ts";
import type { StoredFile } from "./open-site.ts";
import { storedAnswer } from "./stored-answer.ts";

test.each([
  [200, 304],
  [404, 404],
  [500, 500],
])("a page that stands for %i is answered with %i to whoever knows its tag", async (status, answered) => {
  const page = await pageNotFound();
  for (const known of [page.headers.etag, `"x", ${page.headers.etag}`]) {
    const answer = await storedAnswer(page, asking({ "if-none-match": known }), { status, inTurn });
    expect(answer.status).toBe(answered);
    expect(answer.body === undefined).toBe(answered === 304);
  }
  expect((await storedAnswer(page, asking({ "if-none-match": '"x"' }), { status, inTurn })).status).toBe(status);
});

test("a page that stands for something else has no tag, and is kept by nobody without asking", async () => {
  const page = await pageNotFound();
  const { etag, ...others } = page.headers;
  expect(etag).toMatch(/^W\/"/);
  const { headers } = await storedAnswer(page, asking({ "accept-encoding": "gzip" }), { status: 404, inTurn });
  expect(headers).toEqual({ ...others, "cache-control": "no-cache", "content-encoding": "gzip" });
  expect((await storedAnswer(page, asking({ "accept-encoding": "gzip" }), { inTurn })).headers).toEqual({
    etag,
    ...others,
    "content-encoding": "gzip",
  });
});

test.each([
  ["/square-image/en.png?v=1a2b3c4d", "public, max-age=31536000, immutable"],
  ["/square-image/en.png", "public, max-age=0, must-revalidate"],
  ["/square-image/en.png?v=1a2b3c4d&x", "public, max-age=0, must-revalidate"],
])("a picture that is asked for as %s is kept as %s", async (url, kept) => {
  const site = await siteForTests({ "/square-image/en.png": "picture" });
  const file = site.find("/square-image/en.png");
  if (!file) throw new Error("A site has what was built");
  const answer = await storedAnswer(file, Object.assign(asking({}), { url }), { inTurn });
  expect(answer.headers).toMatchObject({ "content-type": "image/png", "cache-control": kept });
});

/** None of them is made for the request. */
function inTurn(): never {
  throw new Error("This page is there already");
}

async function pageNotFound(): Promise<StoredFile> {
  const page = (await siteForTests({})).findInternal("/en/error/missing");
  if (!page) throw new Error("A site has such a page");
  return page;
}

function asking(headers: Record<string, string | undefined>): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { headers });
}
