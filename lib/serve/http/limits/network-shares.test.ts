import { EventEmitter, once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { frontServer } from "#lib/serve/front-server.ts";
import { networkShares } from "./network-shares.ts";

const most = 20;

test("a network that holds its share gets no more, another is answered, and what is closed counts no longer", async () => {
  const { port, onFull, closed } = await front();
  const held = await halfPosts(port, "127.0.0.2", most);
  expect(await Promise.all([1, 2, 3].map(() => answer(port, "127.0.0.2")))).toEqual(["", "", ""]);
  expect(onFull).toHaveBeenCalledTimes(3);
  expect(await answer(port, "127.0.0.3")).toBe("200");

  const isOver = closed(held[0]?.localPort);
  held[0]?.destroy();
  await isOver;
  expect(await answer(port, "127.0.0.2")).toBe("200");
  expect(onFull).toHaveBeenCalledTimes(3);
});

test("behind a proxy of ours its address has no share", async () => {
  const { port, onFull } = await front(1);
  await halfPosts(port, "127.0.0.2", most + 5);
  expect(await answer(port, "127.0.0.2")).toBe("200");
  expect(onFull).toHaveBeenCalledTimes(0);
});

test("connections beyond all that may be open are told of as well", async () => {
  const { server, port, onFull } = await front();
  server.maxConnections = 5;
  await halfPosts(port, "127.0.0.2", 5);
  expect(await answer(port, "127.0.0.3")).toBe("");
  expect(onFull).toHaveBeenCalledTimes(1);
});

test.each([
  ["127.0.0.1", "127.0.0.1", true],
  ["::1", "::1", true],
  ["10.1.2.3", "10.1.2.3", true],
  ["::ffff:172.17.0.1", "::ffff:172.17.0.1", true],
  [undefined, undefined, true],
  ["203.0.113.7", "203.0.113.7", false],
  ["203.0.113.7", "::ffff:203.0.113.7", false],
  ["203.0.113.7", "203.0.113.8", true],
  ["::ffff:203.0.113.7", "::ffff:203.0.113.8", true],
  ["2001:db8:1:2::1", "2001:db8:1:3::1", false],
  ["2001:db8:1::1", "2001:db8:2::1", true],
])("with a share of one that %s has, %s may connect: %s", (first, second, expected) => {
  const mayConnect = networkShares(1);
  expect(mayConnect(socketOf(first))).toBe(true);
  expect(mayConnect(socketOf(second))).toBe(expected);
});

/** Where each address is a network, which those of this machine are not. */
async function front(trustedProxies = 0) {
  const onFull = vi.fn<() => void>();
  const sockets: Socket[] = [];
  const server = frontServer(
    (_request, response) => response.end("x"),
    { siteUrl: "http://localhost", isStaging: false, trustedProxies },
    { onFull, mayConnect: networkShares(most, (address) => address) },
  );
  server.on("connection", (socket) => void sockets.push(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  /** Once our end of the connection from that port is closed. */
  const closed = (from: number | undefined) => closing(sockets.find(({ remotePort }) => remotePort === from));
  return { server, port: (server.address() as AddressInfo).port, onFull, closed };
}

async function halfPosts(port: number, localAddress: string, count: number): Promise<Socket[]> {
  const head = "POST /en/contact HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n";
  const sockets = Array.from({ length: count }, () => connect({ port, host: "127.0.0.1", localAddress }));
  for (const socket of sockets) socket.on("error", () => {}).write(head);
  onTestFinished(() => void sockets.map((socket) => socket.destroy()));
  // Each is answered, as its listener does not wait for the body.
  await Promise.all(sockets.map((socket) => once(socket, "data")));
  return sockets;
}

/** The status, or nothing where the connection was cut. */
async function answer(port: number, localAddress: string): Promise<string> {
  const socket = connect({ port, host: "127.0.0.1", localAddress }).on("error", () => {});
  socket.write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  let text = "";
  socket.on("data", (data) => (text += data));
  await closing(socket);
  return text.split(" ")[1] ?? "";
}

/** Also where it was reset, which is an error for `once`. */
function closing(socket: Socket | undefined): Promise<void> {
  return new Promise((resolve) => socket?.once("close", () => resolve()));
}

function socketOf(remoteAddress: string | undefined) {
  return Object.assign(new EventEmitter(), { remoteAddress });
}
