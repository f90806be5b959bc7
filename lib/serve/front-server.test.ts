import { once } from "node:events";
import type { RequestListener } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { frontServer } from "./front-server.ts";

test.each([
  ["GET", "h2c", ""],
  ["POST", "h2c", "name=Ana"],
  ["GET", "websocket", ""],
])("a %s that would change to %s is answered as if it had not asked", async (method, protocol, body) => {
  const upgraded: unknown[] = [];
  const server = frontServer(async (request, response) => response.end(`got ${await text(request)}`), {
    siteUrl: "http://localhost",
    isStaging: false,
    trustedProxies: 0,
  });
  // As Next does.
  server.on("upgrade", (_request, socket) => upgraded.push(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const headers = ["Host: localhost", "Connection: Upgrade, close", `Upgrade: ${protocol}`];
  socket.write([`${method} /en HTTP/1.1`, ...headers, `Content-Length: ${body.length}`, "", body].join("\r\n"));
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 OK.*got /s);
  expect(upgraded).toEqual([]);
  server.close();
});

test("an address with its host is answered as its path, and that host counts", async () => {
  const server = await listening({
    listener: ({ url, headers: { host } }, response) => response.end(`${url} of ${host}`),
  });
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write("GET http://localhost/en?a=1 HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n");
  expect(await text(socket)).toMatch(/\/en\?a=1 of localhost/);
});

test.each([
  [0, 5_000, "timeout=5"],
  [1, 130_000, "timeout=130"],
])("behind %i proxies a connection is kept for %i ms after its answer", async (trustedProxies, kept, told) => {
  const server = await listening({ trustedProxies });
  expect(server.keepAliveTimeout).toBe(kept);
  const { port } = server.address() as AddressInfo;
  expect((await fetch(`http://127.0.0.1:${port}`)).headers.get("keep-alive")).toBe(told);
});

test("behind a proxy, connections beyond a thousand are kept as long as the first", async () => {
  const server = await listening({ trustedProxies: 1 });
  const { port } = server.address() as AddressInfo;
  const ask = async () => {
    const socket = connect(port, "127.0.0.1");
    onTestFinished(() => void socket.destroy());
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const [answer] = await once(socket, "data");
    return String(answer).match(/timeout=\d+/)?.[0];
  };
  const told = new Set<string | undefined>();
  for (let asked = 0; asked < 10; asked += 1) {
    for (const each of await Promise.all(Array.from({ length: 100 }, ask))) told.add(each);
  }
  told.add(await ask());
  expect([...told]).toEqual(["timeout=130"]);
});

test.each([
  ["in the middle of an answer", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n\u0001\u0002\r\n\r\n", /^$/],
  ["instead of a request", "\u0001\u0002\r\n\r\n", /^HTTP\/1\.1 400 Bad Request\r\n/],
])("garbage %s never becomes part of it", async (_when, bytes, answer) => {
  const server = await listening({ listener: async () => {} });
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write(bytes);
  expect(await text(socket)).toMatch(answer);
});

test("an empty line before a request is passed over, and nobody keeps a connection with them", async () => {
  const server = await listening({
    listener: ({ url }, response) => response.end(`got ${url}.`),
    trustedProxies: 1,
  });
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const body = "\n".repeat(20);
  socket.write(`POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20\r\n\r\n${body}\r\n`);
  await once(socket, "data");
  socket.write("\r\nGET /b HTTP/1.1\r\nHost: localhost\r\n\r\n");
  expect(String((await once(socket, "data"))[0])).toContain("got /b.");
  const closed = once(socket, "close");
  for (let sent = 0; sent < 4; sent++) socket.write("\r\n");
  socket.write("\n");
  socket.resume();
  await closed;
});

test("an Expect that nobody knows is answered as if it were not there", async () => {
  const server = await listening({});
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nHost: localhost\r\nExpect: the-unexpected\r\nConnection: close\r\n\r\n");
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*x$/);
});

test("headers of more than 16 kB are refused", async () => {
  const server = await listening({});
  const { port } = server.address() as AddressInfo;
  const status = async (length: number) =>
    (await fetch(`http://127.0.0.1:${port}`, { headers: { cookie: "a".repeat(length) } })).status;
  expect([await status(15_000), await status(17_000)]).toEqual([200, 431]);
});

test("of a post whose headers are too long the answer is not lost while its body is still sent", async () => {
  const server = await listening({});
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const body = Buffer.alloc(8_000_000);
  socket.write(`POST / HTTP/1.1\r\nHost: a\r\nCookie: ${"a".repeat(20_000)}\r\nContent-Length: ${body.length}\r\n\r\n`);
  const sent = new Promise<void>((resolve, reject) => socket.end(body, () => resolve()).once("error", reject));
  await sent;
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 431 /);
});

type Listening = { trustedProxies?: number; listener?: RequestListener };

async function listening({ trustedProxies = 0, listener = (_request, response) => response.end("x") }: Listening) {
  const server = frontServer(listener, { siteUrl: "http://localhost", isStaging: false, trustedProxies });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  return server;
}
