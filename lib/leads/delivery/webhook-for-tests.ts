import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { webhookTarget } from "#lib/leads/webhook-target.ts";

export const webhookSecret = `whsec_${Buffer.from("a secret of twenty-four bytes").toString("base64")}`;

/** A receiver on a port of its own, which keeps what it was told. */
export async function webhookForTests(answer: number | ((body: string) => number) = 204) {
  const got: { body: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    got.push({ body, headers: request.headers });
    response.writeHead(typeof answer === "number" ? answer : answer(body), { location: "/elsewhere" }).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  return {
    got,
    port,
    close,
    target: webhookTarget(`http://127.0.0.1:${port}/leads`, { secrets: [webhookSecret], mayBePrivate: true }),
  };
}
