import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { clocksAt } from "#lib/hours/home-clocks.ts";
import { requestListener } from "./request-listener.ts";

test.each([
  ["/", "es-CO,es;q=0.9", "/es"],
  ["/?utm_source=x", "en", "/en?utm_source=x"],
  ["/blog/Some-Post?a=1&b=2", "es", "/es/blog/Some-Post?a=1&b=2"],
  ["/services", "fr", "/en/services"],
  ["/inquiry?service=cloud", "es;q=0.8, en;q=0.3", "/es/inquiry?service=cloud"],
])("%s asked for in %s is sent to %s, and caches are told why", async (path, language, target) => {
  const { ask } = await front();
  const answer = await ask(path, { headers: { "accept-language": language } });
  expect(answer.status).toBe(307);
  expect(answer.headers.get("location")).toBe(target);
  expect(answer.headers.get("vary")).toBe("accept-language");
});

test.each([
  ["/careers", "es", "/es/contact"],
  ["/en/careers", "es", "/en/contact"],
  ["/es/staff-augmentation/?utm_source=x&a=%2F", "en", "/es/services/staff-augmentation?utm_source=x&a=%2F"],
])(
  "%s, which moved, is sent on for good to a reader of %s, in one step and with its query",
  async (path, language, target) => {
    const { ask } = await front();
    const answer = await ask(path, { headers: { "accept-language": language } });
    expect(answer.status).toBe(308);
    expect(answer.headers.get("location")).toBe(target);
    expect(answer.headers.get("vary")).toBe("accept-language");
  },
);

test.each([
  ["/en/blog", "/en/blog"],
  ["/en", `/en/at/${clocksAt(new Date())}`],
  ["/es?utm_source=x", `/es/at/${clocksAt(new Date())}`],
  ["/en/inquiry?zone=America/Toronto&service=cloud", "/en/inquiry/again"],
  ["/en/inquiry?zone=Mars/Base", "/en/inquiry?zone=Mars/Base"],
  ["/nope", "/nope"],
  ["/fr/services", "/fr/services"],
  ["/en/%ff", "/404"],
  ["/en/%zz?a=1", "/404"],
  ["/en/inquiry?service=cloud", "/en/inquiry/for/cloud"],
  ["/es/inquiry?utm_source=x&service=cloud", "/es/inquiry/for/cloud"],
  ["/en/inquiry?service=nope", "/en/inquiry?service=nope"],
  ["/en/inquiry?service=../again", "/en/inquiry?service=../again"],
  ["/en/contact?service=cloud", "/en/contact?service=cloud"],
])("%s is rendered as %s", async (path, rendered) => {
  const { ask } = await front();
  expect(await (await ask(path)).text()).toBe(`GET ${rendered}`);
});

test.each([
  ["GET", "/api/forms/contact", "POST"],
  ["PUT", "/api/forms/inquiry", "POST"],
  ["POST", "/en/blog", "GET, HEAD"],
  ["PUT", "/en/contact", "GET, HEAD, POST"],
  ["DELETE", "/es/services/cloud", "GET, HEAD"],
  ["POST", "/api/forms/other", "GET, HEAD"],
])("%s %s is answered with 405 and the methods that work", async (method, path, allow) => {
  const { ask } = await front();
  const answer = await ask(path, { method });
  expect(answer.status).toBe(405);
  expect(answer.headers.get("allow")).toBe(allow);
});

test("a form that script sends goes on to the server action of its page", async () => {
  const { ask } = await front();
  const answer = await ask("/en/contact", { method: "POST", headers: { "next-action": "abc" }, body: "[]" });
  expect(await answer.text()).toBe("POST /en/contact");
});

test("a call of the server action over the cap is refused before it reaches the page", async () => {
  const { ask } = await front();
  const body = "a".repeat(2_000_000);
  const answer = await ask("/en/contact", { method: "POST", headers: { "next-action": "abc" }, body });
  expect(answer.status).toBe(413);
});

test("a page that fails is answered in words, reported, and the next request is served", async () => {
  const { ask, reported } = await front((request) => {
    if (request.url?.startsWith("/en/blog")) throw new Error("ENOENT: /secret/path");
  });
  const answer = await ask("/en/blog?email=ana@acme.test");
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toMatch(/secret|ENOENT|at /);
  expect(reported).toEqual(["GET /en/blog was not answered"]);
  expect((await ask("/en/services")).status).toBe(200);
});

/** The front before a page renderer that says what it was asked for. */
async function front(fail: (request: IncomingMessage) => void = () => undefined) {
  const reported: string[] = [];
  const render = async (request: IncomingMessage, response: ServerResponse) => {
    fail(request);
    response.end(`${request.method} ${request.url}`);
  };
  const report = (problem: string) => reported.push(problem);
  const server = createServer(
    requestListener({ render, services: ["cloud"], report, siteUrl: "http://localhost", trustedProxies: 0 }),
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  server.unref();
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual", ...init });
  return { ask, reported };
}
