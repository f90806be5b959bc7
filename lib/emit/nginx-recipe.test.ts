import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { get, type IncomingMessage, type RequestOptions, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { frontServer } from "#lib/front/front-server.ts";
import { openSite } from "#lib/front/open-site.ts";
import { requestListener } from "#lib/front/request-listener.ts";
import { page, siteFolderForTests } from "#lib/front/site-for-tests.ts";
import { freePort } from "../../scripts/free-port.ts";
import { findNginx } from "./find-nginx.ts";
import { nginxRecipe } from "./nginx-recipe.ts";

const nginx = findNginx();
const env = { siteUrl: "https://www.dreamcode.example", isStaging: false };

test.skipIf(!nginx)(
  "behind nginx every answer is what the site's own is, and reading pages do not reach the site",
  async () => {
    const { front, proxy, asked } = await servers();
    for (const path of ["/en/blog", "/en/blog/a-post", "/_next/static/chunks/a.js", "/share/a.png"]) {
      const direct = await answer(front, { path });
      const before = asked.length;
      expect(await answer(proxy, { path })).toEqual(direct);
      expect(asked.slice(before), `${path} reached the site`).toEqual([]);
    }
    for (const request of [
      { path: "/en/blog?utm_source=x" },
      { path: "/en/blog/nope" },
      { path: "/en%2Fblog" },
      { path: "/en/bl%6Fg" },
      { path: "/en/blog.html" },
      { path: "/en/blog.html.gz" },
      { path: "/_next/static/chunks/a.js.br" },
      { path: "/site.json" },
      { path: "/en/contact" },
      { path: "/en/trouble/broken" },
      { path: "/" },
      { path: "/en" },
      { path: "/en/feed.xml" },
      { path: "/en/blog", method: "POST" },
      { path: "/en/blog", headers: { host: "evil.example" } },
      { path: "/en/hours" },
      { path: "/en/contact", method: "POST", headers: { origin: "https://evil.example" } },
    ]) {
      const direct = await answer(front, request);
      expect(await answer(proxy, request), JSON.stringify(request)).toEqual(direct);
    }
  },
  30_000,
);

/** The front, and nginx before it with the recipe of the same build. */
async function servers() {
  const folder = await siteFolderForTests({
    "/en/blog": page("the blog", { body: '<a href="/en/contact">x</a>' }),
    "/en/blog/a-post": page("a post"),
    "/en/contact": page("a form", { module: 7 }),
    "/en/feed.xml": "<rss/>",
    "/en/trouble/broken": page("Something broke"),
    "/en/trouble/host": page("Not our address"),
    "/en/trouble/method": page("Read only"),
    "/_next/static/chunks/a.js": "1",
    "/share/a.png": "picture",
  });
  const asked: (string | undefined)[] = [];
  const listener = requestListener({
    render: async (request: IncomingMessage, response: ServerResponse) => {
      response.writeHead(200, { "content-type": "text/plain" }).end(`Next: ${request.url}`);
    },
    site: openSite(folder),
    ...env,
    services: [],
    trustedProxies: 1,
    report: (problem, cause) => expect.unreachable(`${problem} ${cause}`),
  });
  const server = frontServer((request, response) => {
    asked.push(request.url);
    return listener(request, response);
  }, env).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  const { port: front } = server.address() as AddressInfo;

  const proxy = await freePort();
  const upstream = `http://127.0.0.1:${front}`;
  const manifest = JSON.parse(readFileSync(join(folder, "site.json"), "utf8"));
  await startNginx(nginxRecipe(manifest, { folder, listen: proxy, upstream, ...env }), proxy);
  return { front, proxy, asked };
}

async function startNginx(recipe: string, port: number) {
  const place = mkdtempSync(join(tmpdir(), "dreamcode-nginx-"));
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `${kind}_temp_path ${place}/${kind};`,
  );
  const settings = join(place, "nginx.conf");
  // As root, nginx would read the temporary folder as somebody who may not.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  writeFileSync(settings, `${user} daemon off; pid ${place}/pid; events {} http { ${paths.join(" ")} ${recipe} }`);
  const args = ["-c", settings, "-p", place, "-e", "stderr"];
  execFileSync(nginx ?? "", [...args, "-t"], { stdio: "pipe" });
  const process_ = spawn(nginx ?? "", args, { stdio: "ignore" });
  onTestFinished(async () => {
    process_.kill("SIGTERM");
    await once(process_, "exit");
  });
  await expect.poll(() => accepts(port)).toBe(true);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket.end().writable || true));
    socket.on("error", () => resolve(false));
  });
}

/** All that an answer says, but for what each server says of its connection. */
async function answer(port: number, { headers, ...options }: RequestOptions) {
  const asked = { port, ...options, headers: { host: "www.dreamcode.example", "accept-encoding": "gzip", ...headers } };
  const response = await new Promise<IncomingMessage>((resolve, reject) => get(asked, resolve).on("error", reject));
  const { "last-modified": _, "accept-ranges": __, ...said } = response.headers;
  for (const name of ["server", "date", "connection", "keep-alive", "transfer-encoding", "content-length", "etag"])
    delete said[name];
  return {
    status: response.statusCode,
    headers: { ...said, ...(said.vary && { vary: said.vary.toLowerCase() }) },
    body: await text(response.setEncoding("latin1")),
  };
}
