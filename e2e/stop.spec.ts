import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "./support/test.ts";

test("a message on its way while the site is stopped is taken and answered, and nobody keeps the site from stopping", async ({
  openSite,
}) => {
  const site = await openSite();
  const { host, hostname, port } = new URL(site.url);
  const [sender, idler] = [0, 1].map(() => connect({ host: hostname, port: Number(port) }));
  await Promise.all([sender, idler].map((socket) => socket && once(socket, "connect")));
  idler?.on("error", () => idler.destroy());
  idler?.write("GET /en HTTP/1.1\r\nHost: ");
  const body = "name=Ana&email=ana%40acme.test&message=On+its+way&consent=on";
  const head = [
    "POST /en/contact HTTP/1.1",
    `Host: ${host}`,
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${body.length}`,
    "",
    body.slice(0, 20),
  ];
  sender?.write(head.join("\r\n"));
  // The site has to have begun to read it.
  await wait(300);

  const stopped = site.stop();
  await wait(300);
  sender?.write(body.slice(20));
  const [answer] = sender ? await once(sender, "data") : [];
  expect(String(answer)).toMatch(/^HTTP\/1\.1 303 See Other\r\n/);
  expect(await stopped).toBe(0);
  const [, ref = ""] = /received\?ref=(\w+)/.exec(String(answer)) ?? [];
  expect(await site.leads("show", ref)).toContain("On its way");
});
