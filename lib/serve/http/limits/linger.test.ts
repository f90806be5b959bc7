import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { frontForTests } from "#lib/serve/front-for-tests.ts";
import { findWebServer } from "#lib/serve/recipes/find-web-server.ts";
import { nginxArgs } from "#lib/serve/recipes/nginx-args.ts";
import { siteFolderForTests } from "#lib/serve/site-for-tests.ts";
import { accepts } from "../../../../scripts/accepts.ts";
import { freePort } from "../../../../scripts/free-port.ts";

const megabyte = Buffer.alloc(1_000_000, "a");
const type = "Content-Type: application/x-www-form-urlencoded\r\n";

const notRead = [
  ["POST /en/blog", "405"],
  ["POST /nothing", "405"],
  ["POST /en/feed.xml", "405"],
  ["POST /a.png", "405"],
  ["POST /api/health", "405"],
  ["PUT /es/contact", "405"],
  ["DELETE /api/forms/contact", "405"],
  ["GET /en/blog", "200"],
  ["GET /nothing", "404"],
  ["GET /a.png", "200"],
  ["HEAD /en/blog", "200"],
  ["POST /es/contact", "413"],
] as const;

const bodies = { "a length": sendWithLength, chunks: sendInChunks };

for (const [kind, send] of Object.entries(bodies)) {
  test.each(notRead)(`whoever sends %s 8 MB with ${kind}, and reads then, is answered %s`, async (line, status) => {
    const { port } = await front();
    expect(await statusOf(await send(port, line))).toBe(status);
  });

  test.skipIf(!findWebServer("nginx")).each(["", "keepalive 8;"])(
    `behind nginx with %j a body of 8 MB with ${kind} is answered by the site`,
    async (keepalive) => {
      const port = await nginxBefore(await front(), keepalive);
      for (const [line, status] of [...notRead, ...notRead]) {
        expect([line, await statusOf(await send(port, line))]).toEqual([line, status]);
      }
    },
    60_000,
  );
}

test("a name that is not ours is answered with 421 after 8 MB, too", async () => {
  const { port } = await front();
  expect(await statusOf(await sendWithLength(port, "POST /en/contact", "evil.example"))).toBe("421");
});

test("what follows a body that was not read is not answered, for the connection is closed", async () => {
  const { port } = await front();
  const socket = opened(port);
  socket.write(`POST /en/blog HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\n`);
  const [answer] = await once(socket, "data");
  socket.write(`aaaaGET /en/blog HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  expect(`${answer}${await text(socket)}`.match(/HTTP\/1.1 \d+/g)).toEqual(["HTTP/1.1 405"]);
});

test.each(["POST /en/blog", "POST /en/contact"])(
  "of a body without end that is sent to %s 256 MB are taken, and none of them kept",
  async (line) => {
    const { port, rss } = await frontProcess();
    const atRest = await rss();
    const socket = opened(port);
    const closed = new Promise((done) => socket.once("close", done));
    socket.resume().write(`${line} HTTP/1.1\r\nHost: localhost\r\n${type}Content-Length: 1000000000000\r\n\r\n`);
    let taken = 0;
    let most = 0;
    while (!socket.destroyed) {
      if (!socket.write(megabyte)) await Promise.race([once(socket, "drain").catch(() => {}), closed]);
      taken += 1;
      if (taken % 10 === 0) most = Math.max(most, await rss());
    }
    // What the kernel holds between the two is sent and not taken.
    expect(taken).toBeGreaterThan(255);
    expect(taken).toBeLessThan(350);
    // Of what is kept, 21 to 37 in 16 runs.
    expect((most - atRest) / 1_000_000).toBeLessThan(60);
  },
  60_000,
);

test("whoever sends on slowly after the answer is cut when a body has to be there", async () => {
  const { port } = await front();
  const socket = opened(port);
  socket.write("POST /en/blog HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n\r\n");
  const began = performance.now();
  const sending = setInterval(() => socket.write("a".repeat(200)), 200);
  onTestFinished(() => clearInterval(sending));
  await new Promise((done) => socket.resume().once("close", done));
  expect(performance.now() - began).toBeLessThan(30_000);
}, 40_000);

/** Everything before anything is read, as a proxy or a browser may do. */
async function sendWithLength(port: number, line: string, host = "localhost"): Promise<Socket> {
  const socket = opened(port).pause();
  socket.write(`${line} HTTP/1.1\r\nHost: ${host}\r\n${type}Content-Length: ${8 * megabyte.length}\r\n\r\n`);
  return sendEach(
    socket,
    Array.from({ length: 8 }, () => megabyte),
  );
}

async function sendInChunks(port: number, line: string): Promise<Socket> {
  const socket = opened(port).pause();
  socket.write(`${line} HTTP/1.1\r\nHost: localhost\r\n${type}Transfer-Encoding: chunked\r\n\r\n`);
  const chunk = Buffer.concat([Buffer.from(`${megabyte.length.toString(16)}\r\n`), megabyte, Buffer.from("\r\n")]);
  return sendEach(socket, [...Array.from({ length: 8 }, () => chunk), Buffer.from("0\r\n\r\n")]);
}

async function sendEach(socket: Socket, pieces: Buffer[]) {
  for (const piece of pieces) {
    if (!socket.destroyed) await new Promise((sent) => socket.write(piece, sent));
  }
  return socket;
}

async function statusOf(socket: Socket): Promise<string | undefined> {
  if (socket.destroyed) return "cut";
  const [answer] = await Promise.race([once(socket.resume(), "data"), once(socket, "close")]);
  socket.destroy();
  return /^HTTP\/1.1 (\d+)/.exec(String(answer))?.[1];
}

function opened(port: number): Socket {
  // Sends on after we have closed for writing.
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  // Cut while we write.
  socket.on("error", () => socket.destroy());
  onTestFinished(() => void socket.destroy());
  return socket;
}

async function nginxBefore({ port }: { port: number }, keepalive: string): Promise<number> {
  const listen = await freePort();
  const connection = keepalive && 'proxy_set_header Connection "";';
  const http = `access_log off; client_max_body_size 0; upstream site { server 127.0.0.1:${port}; ${keepalive} }
    server { listen 127.0.0.1:${listen}; location / { proxy_pass http://site; proxy_http_version 1.1;
    proxy_set_header Host $host; ${connection} } }`;
  stopAfterTest(spawn(findWebServer("nginx") ?? "", nginxArgs(folderForTests(), http), { stdio: "ignore" }));
  await expect.poll(() => accepts(listen)).toBe(true);
  return listen;
}

async function front() {
  const { url } = await frontForTests();
  return { port: Number(new URL(url).port) };
}

async function frontProcess() {
  const child = fork(resolve("lib/serve/front-process-for-tests.ts"), [await siteFolderForTests({})], {
    execArgv: ["--expose-gc"],
  });
  stopAfterTest(child);
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  async function rss() {
    child.send("usage");
    return ((await once(child, "message")) as [{ rss: number }])[0].rss;
  }
  return { port, rss };
}

function stopAfterTest(child: ChildProcess) {
  onTestFinished(async () => {
    child.kill();
    await once(child, "exit");
  });
}
