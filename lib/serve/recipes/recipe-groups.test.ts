import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type IncomingMessage, type RequestOptions, type ServerResponse, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { postedForm } from "#lib/leads/intake/posted-form.ts";
import { frontServer } from "#lib/serve/front-server.ts";
import { requestListener } from "#lib/serve/request-listener.ts";
import { openSite } from "#lib/serve/site-folder/open-site.ts";
import { page, siteFolderForTests } from "#lib/serve/site-for-tests.ts";
import { accepts } from "../../../scripts/accepts.ts";
import { freePort } from "../../../scripts/free-port.ts";
import { findWebServer } from "./find-web-server.ts";
import { nginxArgs } from "./nginx-args.ts";
import { nginxRecipe } from "./nginx-recipe.ts";

type Asked = RequestOptions & { body?: string };

const env = { siteUrl: "https://www.dreamcode.example", isStaging: false };

const built = {
  "/en/blog": page("the blog", { body: '<a href="/en/contact">x</a>' }),
  "/en/blog/a-post": page("a post"),
  "/en/contact": page("a form", { body: '<form data-lead-form="contact"></form>' }),
  "/en/feed.xml": "<rss/>",
  "/en/error/broken": page("Something broke"),
  "/en/error/host": page("Not our address"),
  "/en/error/method": page("Read only"),
  "/icon.svg": "<svg/>",
  "/_next/static/chunks/a~b.1.js": "1",
  "/_next/static/chunks/a.css": "a{}",
  "/_next/static/media/a.woff2": "font",
  "/_next/static/media/icon.1.svg": "<svg/>",
  "/images/a.png": "picture",
};

const inTheFolder = [
  "/en/blog",
  "/en/blog/a-post",
  ...Object.keys(built).filter((path) => /^\/(_next|images)/.test(path)),
];

const form = { method: "POST", path: "/en/contact", headers: { "content-type": "application/x-www-form-urlencoded" } };

const ofTheSite: Asked[] = [
  { path: "/" },
  { path: "/en" },
  { path: "/en/feed.xml" },
  { path: "/en/contact" },
  { path: "/en/hours" },
  { path: "/icon.svg" },
  { path: "/en/blog?" },
  { path: "/en/blog?utm_source=x" },
  { path: "/en/blog/" },
  { path: "/en/blog/nope" },
  { path: "/images/nope.png" },
  { path: "/en/error/broken" },
  { path: "/404" },
  { path: "/site.json" },
  { path: "/en%2Fblog" },
  { path: "/en/bl%6Fg" },
  { path: "/en//blog" },
  { path: "/en/./blog" },
  { path: "/en/x/../blog" },
  { path: "/en/blog\\..\\blog" },
  { path: "/images/../site.json" },
  { path: "/images/%2e%2e/site.json" },
  { path: "/images/..%2fsite.json" },
  { path: "/en/blog.html" },
  { path: "/en/blog.html.gz" },
  { path: "/_next/static/chunks/a~b.1.js.br" },
  { path: "/_next/static/chunks/a.css?x" },
  { path: "/en/blog", method: "POST" },
  { path: "/en/blog", method: "OPTIONS" },
  { path: "/images/a.png", method: "DELETE" },
  { path: "/en/blog", headers: { host: "evil.example" } },
  { path: "/en/blog", headers: { host: "localhost" } },
  { ...form, body: `name=${"a".repeat(1_100_000)}`, headers: { ...form.headers, accept: "application/json" } },
  { ...form, body: "name=Ana", headers: { ...form.headers, origin: "https://evil.example" } },
];

type WebServer = "nginx" | "caddy";
const before = { nginx: startNginx, caddy: startCaddy };
const whereInstalled = (name: WebServer) => test.skipIf(!findWebServer(name));

whereInstalled("nginx")(
  "behind nginx all is said that the site says, and files of the build do not reach it",
  async () => {
    const { front, proxy, reached } = await servers("nginx");
    for (const path of inTheFolder) {
      for (const method of ["GET", "HEAD"]) {
        for (const encoding of ["gzip", "identity"]) {
          const asked = { path, method, headers: { "accept-encoding": encoding } };
          const direct = await answer(front, asked);
          const before = reached.length;
          expect(await answer(proxy, asked), JSON.stringify(asked)).toEqual(direct);
          expect(reached.slice(before), "reached the site").toEqual([]);
        }
      }
    }
  },
);

for (const name of ["nginx", "caddy"] as const) {
  whereInstalled(name)(`behind ${name} the site answers what is its own as it does alone`, async () => {
    const { front, proxy, reached } = await servers(name);
    for (const asked of ofTheSite) {
      const direct = await answer(front, asked);
      const before = reached.length;
      const shown = JSON.stringify({ ...asked, body: asked.body?.slice(0, 9) });
      expect(await answer(proxy, asked), shown).toEqual(direct);
      expect(reached.slice(before), `${shown} did not reach the site`).toHaveLength(1);
    }
  });

  whereInstalled(name)(`behind ${name} what a browser has already is not sent again`, async () => {
    const { front, proxy } = await servers(name);
    for (const path of ["/en/blog", "/_next/static/chunks/a.css", "/images/a.png"]) {
      const [there, here] = await Promise.all([front, proxy].map((port) => askAgain(port, path)));
      expect(here).toMatchObject({ status: 304, body: "" });
      expect(here).toEqual(there);
    }
  });

  whereInstalled(name)(
    `behind ${name} the site knows its name and who asks, whatever a request says of that`,
    async () => {
      const { proxy, reached } = await servers(name);
      const forged = { "x-forwarded-for": "203.0.113.9", "x-forwarded-host": "evil.example" };
      await answer(proxy, { path: "/en/contact", headers: forged });
      expect(reached).toEqual([{ url: "/en/contact", host: "www.dreamcode.example", seen: "127.0.0.1" }]);
    },
  );

  whereInstalled(name)(`${name} keeps its connection to the site from one post to the next`, async () => {
    const { proxy, connections } = await servers(name);
    const refused = { ...form, headers: { ...form.headers, origin: "https://evil.example" }, body: "name=Ana" };
    for (let posted = 0; posted < 5; posted += 1) expect(await answer(proxy, refused)).toMatchObject({ status: 403 });
    expect(connections()).toBe(1);
  });
}

/** The front, and the web server before it with the recipe of the same build. */
async function servers(name: WebServer) {
  const folder = await siteFolderForTests(built);
  const reached: { url: string | undefined; host: string | undefined; seen: string | undefined }[] = [];
  const listener = requestListener({
    render: async (request: IncomingMessage, response: ServerResponse) => {
      const typed = JSON.stringify(postedForm.getStore()?.values);
      response.writeHead(200, { "content-type": "text/plain" }).end(`Next: ${request.url} ${typed}`);
    },
    site: openSite(folder),
    ...env,
    services: [],
    trustedProxies: 1,
    // Asked without the web server, the front takes whoever asks for a public site from this machine for a proxy.
    sightings: { see: () => false },
    report: (problem, cause) => expect.unreachable(`${problem} ${cause}`),
  });
  const server = frontServer(
    (request, response) => {
      // What is further left anybody can write.
      const seen = String(request.headers["x-forwarded-for"]).split(", ").at(-1);
      reached.push({ url: request.url, host: request.headers.host, seen });
      return listener(request, response);
    },
    { ...env, trustedProxies: 1 },
  ).listen(0, "127.0.0.1");
  let connections = 0;
  server.on("connection", () => {
    connections += 1;
  });
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  const { port: front } = server.address() as AddressInfo;

  const proxy = await freePort();
  before[name](folder, front, proxy);
  await expect.poll(() => accepts(proxy)).toBe(true);
  return { front, proxy, reached, connections: () => connections };
}

function startNginx(folder: string, front: number, listen: number) {
  const manifest = JSON.parse(readFileSync(join(folder, "site.json"), "utf8"));
  const upstream = `http://127.0.0.1:${front}`;
  const recipe = nginxRecipe(manifest, { folder, listen, upstream, viewsTo: `127.0.0.1:${front}`, ...env });
  // An nginx.conf has types of its own.
  const args = nginxArgs(folderForTests(), `types { text/wrong html js css svg; } ${recipe}`);
  const program = findWebServer("nginx") ?? "";
  execFileSync(program, [...args, "-t"], { stdio: "pipe" });
  untilTheEnd(spawn(program, args, { stdio: "ignore" }));
}

/** As `deploy/Caddyfile` has it, on a port without a certificate. */
function startCaddy(_: string, front: number, listen: number) {
  const place = folderForTests();
  const settings = {
    ...process.env,
    SITE_URL: `http://:${listen}`,
    OTHER_URL: `http://other.example:${listen}`,
    PORT: String(front),
    CADDY_ADMIN: `unix/${place}/admin`,
    // It keeps what it runs in the user's folders.
    XDG_CONFIG_HOME: place,
    XDG_DATA_HOME: place,
  };
  const args = ["--config", "deploy/Caddyfile", "--adapter", "caddyfile"];
  const program = findWebServer("caddy") ?? "";
  execFileSync(program, ["validate", ...args], { stdio: "pipe", env: settings });
  untilTheEnd(spawn(program, ["run", ...args], { stdio: "ignore", env: settings }));
}

function untilTheEnd(program: ChildProcess) {
  onTestFinished(async () => {
    program.kill("SIGTERM");
    await once(program, "exit");
  });
}

/** What is said to a browser that names what it has. */
async function askAgain(port: number, path: string) {
  const headers = { "accept-encoding": "gzip" };
  const first = await open(port, { path, headers });
  first.resume();
  const again = await answer(port, { path, headers: { ...headers, "if-none-match": first.headers.etag } });
  // It knows the type as well.
  const { "content-type": _, ...said } = again.headers;
  return { ...again, headers: said };
}

/** All that an answer says, but for what each server says of its connection, and for the names that it gives versions. */
async function answer(port: number, asked: Asked) {
  const response = await open(port, asked);
  const { "last-modified": _, "accept-ranges": __, etag, vary, ...said } = response.headers;
  // nginx cannot be kept from saying this.
  if (said.server === "nginx") delete said.server;
  // Caddy gives no length for what is compressed.
  for (const name of ["date", "connection", "keep-alive", "content-length", "transfer-encoding"]) delete said[name];
  return {
    status: response.statusCode,
    headers: { ...said, hasEtag: etag !== undefined, vary: vary?.toLowerCase() },
    body: await text(response.setEncoding("latin1")),
  };
}

function open(port: number, { headers, body, ...options }: Asked): Promise<IncomingMessage> {
  const all = { host: "www.dreamcode.example", ...headers };
  return new Promise((resolve, reject) =>
    send({ port, ...options, headers: all }, resolve)
      .on("error", reject)
      .end(body),
  );
}
