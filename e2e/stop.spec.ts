import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../scripts/free-port.ts";
import { mailSettings } from "./support/mails.ts";
import { runNpm } from "./support/run-npm.ts";
import { expect, test } from "./support/test.ts";

const body = "name=Ana&email=ana%40acme.test&message=On+its+way&consent=on";

test("a message on its way while the site is stopped is taken and answered, and nobody keeps the site from stopping", async ({
  openSite,
}) => {
  const site = await openSite();
  const { hostname, port } = new URL(site.url);
  const sender = await halfSent(hostname, port);
  const idler = connect({ host: hostname, port: Number(port) });
  await once(idler, "connect");
  idler.on("error", () => idler.destroy());
  idler.write("GET /en HTTP/1.1\r\nHost: ");

  const stopped = site.stop();
  await expect.poll(() => refuses(hostname, port)).toBe(true);
  const answer = await sentWhole(sender);
  expect(answer).toMatch(/^HTTP\/1\.1 303 See Other\r\n/);
  expect(await stopped).toBe(0);
  const [, ref = ""] = /received\?ref=(\w+)/.exec(answer) ?? [];
  expect(await site.leads("show", ref)).toContain("On its way");
});

test("whoever has come and not asked yet when the site is stopped is answered", async ({ openSite }) => {
  const site = await openSite();
  const { hostname, port } = new URL(site.url);
  const newcomer = connect({ host: hostname, port: Number(port) });
  await once(newcomer, "connect");

  const stopped = site.stop();
  await expect.poll(() => refuses(hostname, port), { intervals: [5] }).toBe(true);
  newcomer.write(`GET /api/live HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`);
  const [answer] = await Promise.race([once(newcomer, "data"), once(newcomer, "close")]);
  expect(String(answer)).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(await stopped).toBe(0);
});

test("a database that answers nobody keeps no site from stopping", async ({ openSite }) => {
  const database = createServer((socket) => socket.on("error", () => socket.destroy())).listen(0, "127.0.0.1");
  await once(database, "listening");
  const { port } = database.address() as AddressInfo;
  const site = await openSite({
    ...mailSettings({ smtpPort: await freePort() }),
    DATABASE_URL: `postgres://nobody:nothing@127.0.0.1:${port}/leads`,
  });
  expect(site.log()).toContain("STARTED WITHOUT THE DATABASE");

  const asked = performance.now();
  expect(await site.stop()).toBe(0);
  // 5 are promised; each of the duties that ask the store would wait for 5, one after the other.
  expect(performance.now() - asked).toBeLessThan(8_000);
  database.close();
});

/** A number space of its own, in which npm is process 1: when that one ends, everything else is killed. */
const container = ["unshare", "--pid", "--fork", "--kill-child"];

const npmStops = [
  { how: "SIGTERM to npm", stop: (pid: number) => process.kill(pid, "SIGTERM") },
  { how: "SIGINT to npm", stop: (pid: number) => process.kill(pid, "SIGINT") },
  { how: "SIGHUP to npm", stop: (pid: number) => process.kill(pid, "SIGHUP") },
  { how: "SIGTERM to npm and all that it started", stop: (pid: number) => process.kill(-pid, "SIGTERM") },
  { how: "SIGTERM to npm as the first process of a container", stop: stopContainer, within: container },
];

for (const { how, stop, within = [] } of npmStops) {
  test(`npm start answers what is on its way and leaves nothing running after ${how}`, async ({
    browserName: _,
  }, testInfo) => {
    const [program, ...args] = within;
    testInfo.skip(program !== undefined && spawnSync(program, [...args, "true"]).status !== 0, "No containers here.");
    const folder = await mkdtemp(join(tmpdir(), "dreamcode-e2e-"));
    const port = String(await freePort());
    const env = {
      PORT: port,
      HOST: "127.0.0.1",
      SITE_URL: `http://127.0.0.1:${port}`,
      DATA_DIR: folder,
      RATE_LIMIT: "off",
    };
    const run = runNpm("start", ".", env, within);
    await run.said("The site is on");
    const sender = await halfSent("127.0.0.1", port);

    stop(run.pid);
    await expect.poll(() => refuses("127.0.0.1", port)).toBe(true);
    expect(await sentWhole(sender)).toMatch(/^HTTP\/1\.1 303 See Other\r\n/);
    await run.ended;
    await rm(folder, { recursive: true });
  });
}

function stopContainer(pid: number) {
  const [first] = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ");
  process.kill(Number(first), "SIGTERM");
}

/** Whoever comes now is turned away: the site has heard that it is to stop. */
async function refuses(host: string, port: string): Promise<boolean> {
  const newcomer = connect({ host, port: Number(port) });
  try {
    await once(newcomer, "connect");
    return false;
  } catch {
    return true;
  } finally {
    newcomer.destroy();
  }
}

/** A connection on which the first half of a message has been sent, once the site says that it has begun to read it. */
async function halfSent(host: string, port: string): Promise<Socket> {
  const sender = connect({ host, port: Number(port) });
  await once(sender, "connect");
  const head = [
    "POST /en/contact HTTP/1.1",
    `Host: ${host}:${port}`,
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${body.length}`,
    "Expect: 100-continue",
    "",
    body.slice(0, 20),
  ];
  sender.write(head.join("\r\n"));
  const [goOn] = await once(sender, "data");
  expect(String(goOn)).toBe("HTTP/1.1 100 Continue\r\n\r\n");
  return sender;
}

/** What the other half is answered with. */
async function sentWhole(sender: Socket): Promise<string> {
  sender.write(body.slice(20));
  const [answer] = await once(sender, "data");
  return String(answer);
}
