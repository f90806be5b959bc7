import { once } from "node:events";
import { createServer } from "node:net";

/** A port of the loopback address on which nothing listens now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("A TCP server has a port");
  server.close();
  await once(server, "close");
  return address.port;
}
