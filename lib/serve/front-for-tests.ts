import { once } from "node:events";
import { get, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { clocksAt } from "#lib/hours/home-clocks.ts";
import type { View } from "#lib/leads/count/view.ts";
import type { FormValues } from "#lib/leads/form/form-values.ts";
import { postedForm } from "#lib/leads/intake/posted-form.ts";
import type { Answer } from "#lib/serve/http/send.ts";
import type { NearPage } from "#lib/serve/site-folder/near-pages.ts";
import { frontServer } from "./front-server.ts";
import type { Publications } from "./handlers/take-publication.ts";
import type { Watched } from "./handlers/tell-status.ts";
import { nearPagesAsked } from "./near-pages-asked.ts";
import { requestListener } from "./request-listener.ts";
import { page, siteForTests } from "./site-for-tests.ts";

const form = '<form data-lead-form="contact"></form>';
const pages = {
  "/es/blog/Some-Post.v2/markdown": "# an article as Markdown",
  "/es/blog/Some-Post/markdown": "# an article",
  "/es/blog/tag/markdown": page("a tag of that name"),
  "/en/blog": page("the blog", { body: '<a href="/en/contact">x</a>' }),
  [`/en/at/${clocksAt(new Date())}`]: page("the home page of now"),
  [`/es/at/${clocksAt(new Date())}`]: page("el inicio de ahora"),
  "/en/inquiry": page("the inquiry page", { body: form }),
  "/en/inquiry/for/cloud": page("an inquiry for cloud", { body: form }),
  "/es/inquiry": page("la solicitud, sin servicio", { body: form }),
  "/es/reply": page("una respuesta", { body: form }),
  "/es/application": page("una postulación"),
  "/es/careers/agente": page("una vacante"),
  "/es/services/staff-augmentation": page("un servicio"),
  "/es/blog/Some-Post": page("un artículo"),
  "/es/blog/category/innovation": page("los artículos de innovación"),
  "/en/error/broken": page("Something broke"),
  "/en/error/host": page("Not our address"),
  "/en/error/method": page("Read only"),
  "/es/error/method": page("Solo lectura"),
  "/_next/static/chunks/a.js": "1",
  "/a.png": "picture",
  "/en/feed.xml": "<rss></rss>",
  "/sitemap.xml": "<urlset></urlset>",
  "/es/feed.xml": "<rss></rss>",
  "/es/feed.json": "{}",
  "/es/blog": page("las novedades"),
  "/es/contact": page("el contacto", { body: form }),
  "/es/some-page": page("una página"),
  "/es/blog/category/innovation/feed.xml": "<rss></rss>",
};

const gone = {
  former: ["/en/blog/page/9", "/es/blog/category/innovation/page/2", "/es/blog/tag/Web"],
  hidden: { "/es/blog/Now-A-Draft": "/es/blog" },
};

type Options = {
  built?: Record<string, string> | null;
  isStaging?: boolean;
  mistakes?: () => Promise<Answer>;
  publications?: Publications;
  watched?: Watched;
  siteUrl?: string;
  trustedProxies?: number;
};
type Asked = {
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
  values: FormValues | undefined;
  about: string | undefined;
  near: NearPage[] | undefined;
};

/** The front before a Next that says what it was asked for, or fails. Without `built` it is that of development. */
export async function frontForTests(
  failure?: number | (() => Promise<void>),
  {
    built = pages,
    isStaging = false,
    mistakes,
    publications,
    watched,
    siteUrl = "https://www.dreamcode.example",
    trustedProxies = 0,
  }: Options = {},
) {
  const asked: Asked[] = [];
  const lines: string[] = [];
  const reported: string[] = [];
  const sighted: string[] = [];
  const viewed: View[] = [];
  const render = async (request: IncomingMessage, response: ServerResponse) => {
    const state = postedForm.getStore();
    const { values, about } = { about: undefined, values: undefined, ...state };
    const near = nearPagesAsked.getStore();
    asked.push({ url: request.url, headers: request.headers, body: await text(request), values, about, near });
    if (typeof failure === "function") return failure();
    response.writeHead(failure ?? 200, { "content-type": "text/plain" });
    response.end(`${request.method} ${request.url}`);
  };
  const place = { siteUrl, isStaging, trustedProxies };
  const server = frontServer(
    requestListener({
      render,
      site: built ? await siteForTests(built, gone) : undefined,
      mistakes,
      publications,
      watched,
      ...place,
      services: ["cloud"],
      sightings: { see: (topic) => sighted.push(topic) === 1 },
      report: (problem, cause) => reported.push(`${problem} ${cause}`),
      views: { count: (view) => viewed.push(view) },
      log: (line) => lines.push(line),
    }),
    place,
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    lines,
    reported,
    sighted,
    viewed,
    ask: (path: string, init?: RequestInit) =>
      fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual", ...init }),
    /** The body under a name of one's own, which fetch does not allow. */
    read: (path: string, headers: Record<string, string>) =>
      new Promise<string>((resolve, reject) =>
        get({ port, path, headers }, (answer) => text(answer).then(resolve, reject)),
      ),
    /** The status under a name of one's own, which fetch does not allow. */
    get: (path: string, headers: Record<string, string>) =>
      new Promise((resolve) => get({ port, path, headers }, ({ statusCode }) => resolve(statusCode))),
  };
}
