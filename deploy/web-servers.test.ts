import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, request as plainly, type Server } from "node:http";
import { request as securely } from "node:https";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { generate } from "selfsigned";
import { expect, onTestFinished, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { findWebServer } from "#lib/serve/recipes/find-web-server.ts";
import { nginxArgs } from "#lib/serve/recipes/nginx-args.ts";
import { nginxBody } from "#lib/serve/recipes/nginx-body.ts";
import { siteFolderForTests } from "#lib/serve/site-for-tests.ts";
import { accepts } from "../scripts/accepts.ts";
import { freePort } from "../scripts/free-port.ts";

type Ports = { http: number; https: number };
type Asked = { host: string; isSecure?: boolean; address?: string; body?: string };

const path = "/en/contact?a=b";
const here = `https://www.example.com${path}`;
const start = { nginx: startNginx, caddy: startCaddy };

for (const name of ["nginx", "caddy"] as const) {
  test.skipIf(!findWebServer(name))(`behind ${name} the site has one address: https, and one name`, async () => {
    const ports = await behind(name, [await site()]);
    // Caddy takes the way over https under the same name first.
    const overHttp = { nginx: here, caddy: `https://example.com${path}` }[name];
    expect(await ask(ports, { host: "www.example.com" })).toMatchObject({ isForGood: true, location: here });
    expect(await ask(ports, { host: "example.com" })).toMatchObject({ isForGood: true, location: overHttp });
    expect(await ask(ports, { host: "example.com", isSecure: true })).toMatchObject({
      isForGood: true,
      location: here,
    });
    for (const address of ["127.0.0.1", "::1"]) {
      const answer = await ask(ports, { host: "www.example.com", isSecure: true, address });
      expect(answer, address).toMatchObject({ status: 200, body: `GET ${path} for www.example.com` });
    }
  });
}

test.skipIf(!findWebServer("nginx"))(
  "of two sites behind nginx one may go and come back, and nobody who reads or writes notices",
  async () => {
    const [first, second] = [await site(), await site()];
    const ports = await behind("nginx", [first, second]);
    const visits = async () => {
      const asked = Array.from({ length: 20 }, (_, number) => number).map((number) =>
        ask(ports, { host: "www.example.com", isSecure: true, ...(number % 2 === 0 && { body: "name=Ana" }) }),
      );
      return [...new Set((await Promise.all(asked)).map(({ status }) => status))];
    };
    expect(await visits()).toEqual([200]);
    const port = await stop(first);
    expect(await visits()).toEqual([200]);
    // While none is there, nginx may not take it that both are gone for a while.
    const other = await stop(second);
    expect(await visits()).toEqual([502]);
    await site(port);
    expect(await visits()).toEqual([200]);
    await site(other);
    expect(await visits()).toEqual([200]);
  },
);

/** What stands for the site: says what it was asked for. */
async function site(port = 0): Promise<Server> {
  const server = createServer(async (request, response) => {
    await text(request);
    response.end(`${request.method} ${request.url} for ${request.headers.host?.replace(/:\d+$/, "")}`);
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  return server;
}

async function stop(server: Server): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const closed = once(server, "close");
  server.close().closeAllConnections();
  await closed;
  return port;
}

async function behind(name: keyof typeof start, sites: Server[]): Promise<Ports> {
  const ports = { http: await freePort(), https: await freePort() };
  const upstreams = sites.map((server) => (server.address() as AddressInfo).port);
  const program = await start[name](findWebServer(name) ?? "", ports, upstreams);
  onTestFinished(async () => {
    program.kill("SIGTERM");
    await once(program, "exit");
  });
  for (const port of Object.values(ports)) await expect.poll(() => accepts(port)).toBe(true);
  // Caddy makes its certificates once it listens.
  for (const host of ["www.example.com", "example.com"]) await expect.poll(() => isSecured(ports, host)).toBe(true);
  return ports;
}

/** `deploy/nginx.conf` as it is, but for its ports, its files and the sites behind it. */
async function startNginx(program: string, { http, https }: Ports, upstreams: number[]): Promise<ChildProcess> {
  const place = folderForTests();
  const names = ["www.example.com", "example.com"].map((value) => ({ type: 2 as const, value }));
  const extensions = [{ name: "subjectAltName" as const, altNames: names }];
  const { private: key, cert } = await generate([{ name: "commonName", value: "www.example.com" }], {
    algorithm: "sha256",
    extensions,
  });
  writeFileSync(join(place, "fullchain.pem"), cert);
  writeFileSync(join(place, "privkey.pem"), key);
  const manifest = JSON.parse(readFileSync(join(await siteFolderForTests({}), "site.json"), "utf8"));
  const env = { folder: place, siteUrl: "https://www.example.com", isStaging: false, viewsTo: "127.0.0.1:9" };
  writeFileSync(join(place, "dreamcode-body.conf"), nginxBody(manifest, env));
  const [line = ""] = /^ *server 127.*$/m.exec(readFileSync("deploy/nginx.conf", "utf8")) ?? [];
  const recipe = readFileSync("deploy/nginx.conf", "utf8")
    .replaceAll(/(listen (?:\[::\]:)?)80\b/g, `$1${http}`)
    .replaceAll(/(listen (?:\[::\]:)?)443\b/g, `$1${https}`)
    .replaceAll("/etc/letsencrypt/live/www.example.com", place)
    .replaceAll("snippets/", `${place}/`)
    .replace(line, upstreams.map((port) => line.replace("3000", String(port))).join("\n"));
  const args = nginxArgs(place, recipe);
  execFileSync(program, [...args, "-t"], { stdio: "pipe" });
  return spawn(program, args, { stdio: "ignore" });
}

/** `deploy/Caddyfile` as it is, with certificates of Caddy's own authority. */
async function startCaddy(program: string, { http, https }: Ports, [upstream]: number[]): Promise<ChildProcess> {
  const place = folderForTests();
  const file = join(place, "Caddyfile");
  const ours = `http_port ${http}\nhttps_port ${https}\nadmin unix/${place}/admin\nlocal_certs\nskip_install_trust`;
  writeFileSync(file, `{\n${ours}\n}\nimport ${resolve("deploy/Caddyfile")}\n`);
  const env = {
    ...process.env,
    SITE_URL: "https://www.example.com",
    OTHER_URL: "https://example.com",
    PORT: String(upstream),
    // It keeps what it runs, and its certificates, in the user's folders.
    XDG_CONFIG_HOME: place,
    XDG_DATA_HOME: place,
  };
  return spawn(program, ["run", "--config", file, "--adapter", "caddyfile"], { stdio: "ignore", env });
}

function isSecured(ports: Ports, host: string): Promise<boolean> {
  return ask(ports, { host, isSecure: true }).then(
    () => true,
    () => false,
  );
}

async function ask({ http, https }: Ports, { host, isSecure = false, address = "127.0.0.1", body }: Asked) {
  const options = {
    ...{ host: address, port: isSecure ? https : http, path, method: body === undefined ? "GET" : "POST" },
    headers: { host },
    ...{ servername: host, rejectUnauthorized: false, agent: false as const },
  };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    (isSecure ? securely : plainly)(options, resolve).on("error", reject).end(body);
  });
  const { statusCode: status = 0, headers } = response;
  // Caddy names the port, which is the usual one outside of tests.
  const location = headers.location?.replace(`:${https}`, "");
  return { status, isForGood: [301, 308].includes(status), location, body: await text(response) };
}
