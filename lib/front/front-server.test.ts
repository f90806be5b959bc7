import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
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
