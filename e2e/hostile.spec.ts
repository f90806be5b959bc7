import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { heavyRequests } from "./support/heavy-requests.ts";
import { hostileRequests } from "./support/hostile-requests.ts";
import { rawRequest } from "./support/raw-request.ts";
import { expect, test } from "./support/test.ts";

// Under load; on a quiet machine all of them are answered within a tenth of it.
const promptMs = 2_500;

for (const [what, request, statuses] of hostileRequests) {
  test(`${what}: answered in order, and the next request is served`, async ({ site }) => {
    const { status, headers, body, ms } = await rawRequest(site.url, request(new URL(site.url).host));
    expect(statuses).toContain(status);
    expect(ms).toBeLessThan(promptMs);
    expect(body).not.toMatch(/node_modules|\bat .+:\d+:\d+|[A-Z]\w*Error:|root:x:|<script>alert|\/lib\/|server\.ts/);
    for (const [name] of headers) expect(name).not.toMatch(/^(set-cookie|server|x-powered-by|x-nextjs-.*)$/);
    if (status) expect(headers).toContainEqual(["x-content-type-options", "nosniff"]);
    expect((await fetch(`${site.url}/en/services`)).status).toBe(200);
  });
}

for (const [what, requests] of heavyRequests) {
  test(`as much as is taken of ${what}: whoever reads beside it is answered at once`, async ({ site }) => {
    for (const { path, init } of requests()) {
      expect(await readBeside(site.url, path, init), path.slice(0, 40)).toBeLessThan(promptMs);
    }
  });
}

/** How long the slowest of the readers waits that come until a request is answered. */
async function readBeside(url: string, path: string, init: RequestInit | undefined): Promise<number> {
  let isOver = false;
  const sent = fetch(url + path, init)
    .then((answer) => answer.arrayBuffer())
    .finally(() => {
      isOver = true;
    });
  let slowest = 0;
  while (!isOver) {
    const start = performance.now();
    await (await fetch(`${url}/en/services`)).arrayBuffer();
    slowest = Math.max(slowest, performance.now() - start);
  }
  await sent;
  return slowest;
}

test("two requests in one packet are both answered", async ({ site }) => {
  const { host } = new URL(site.url);
  const first = `GET /en/services HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
  const { body } = await rawRequest(
    site.url,
    `${first}GET /nope HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
  );
  expect(body).toContain("HTTP/1.1 404 Not Found");
});

test("whoever asks slowly is cut off, and nobody waits for them", async ({ openSite }) => {
  test.setTimeout(90_000);
  const site = await openSite();
  const { host, hostname, port } = new URL(site.url);
  const open = async (bytes: string) => {
    const socket = connect({ host: hostname, port: Number(port) });
    await once(socket, "connect");
    socket.write(bytes);
    return { socket, answer: answerOf(socket), since: performance.now() };
  };
  const headers = "POST /en/contact HTTP/1.1\r\nHost: ";
  const halfOpen = await Promise.all(Array.from({ length: 800 }, () => open(headers)));
  const body = await open(
    `${headers}${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 99\r\n\r\na=`,
  );

  const times: number[] = [];
  for (let count = 0; count < 20; count += 1) {
    const start = performance.now();
    await fetch(`${site.url}/en/services`);
    times.push(performance.now() - start);
    await wait(50);
  }
  expect(times.sort((a, b) => a - b)[10]).toBeLessThan(promptMs);

  for (const { answer, since } of halfOpen) {
    expect(await answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(performance.now() - since).toBeLessThan(22_000);
  }
  expect(await body.answer).toMatch(
    /^HTTP\/1\.1 408 Request Timeout\r\n[\s\S]*could not be read as a form\.[^<]* go back in your browser/,
  );
  expect(performance.now() - body.since).toBeLessThan(26_000);
});

async function answerOf(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  socket.on("error", () => socket.destroy());
  await new Promise((closed) => socket.once("close", closed));
  return Buffer.concat(chunks).toString();
}
