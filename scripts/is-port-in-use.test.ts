import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { isPortInUse } from "./is-port-in-use.ts";

test.each(["127.0.0.1", "::1", "0.0.0.0", "::"])("a port is in use while a program listens on %s", async (host) => {
  const server = createServer().listen({ port: 0, host });
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  expect(await isPortInUse(port)).toBe(true);

  server.close();
  await once(server, "close");
  expect(await isPortInUse(port)).toBe(false);
});
