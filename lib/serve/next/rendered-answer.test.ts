import { IncomingMessage, type ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { page, siteForTests } from "#lib/serve/site-for-tests.ts";
import { renderedAnswer } from "./rendered-answer.ts";

test.each([
  [true, '<a rel="nofollow" href="/en/contact?utm_source=letter&amp;landing=%2Fen%2Fhours">'],
  [false, '<a href="/en/contact">'],
])("a page that Next makes carries a campaign on: %s", async (carries, link) => {
  const site = await siteForTests({});
  const request = Object.assign(new IncomingMessage(new Socket()), { url: "/en/hours?utm_source=letter" });
  const render = async (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "x-powered-by": "Next" });
    response.end(page("hours", { body: '<a href="/en/contact">x</a>' }));
  };

  const answer = await renderedAnswer(request, { render, site, url: "/en/hours?utm_source=letter", carries });

  expect(answer.status).toBe(200);
  expect(String(answer.body)).toContain(link);
  expect(answer.headers).not.toHaveProperty("x-powered-by");
  expect(answer.headers["content-security-policy"]).toContain("script-src 'none'");
});

test("what is no page is handed on as it was made", async () => {
  const site = await siteForTests({});
  const request = Object.assign(new IncomingMessage(new Socket()), { url: "/api/health?utm_source=letter" });
  const json = '{"see":"<a href=\\"/en/contact\\">x</a>"}';
  const render = async (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(503, { "content-type": "application/json", "cache-control": "no-store" });
    response.end(json);
  };
  const answer = await renderedAnswer(request, { render, site, url: "/api/health" });
  expect(answer).toEqual({
    status: 503,
    headers: expect.not.objectContaining({ "content-security-policy": expect.anything() }),
    body: Buffer.from(json),
  });
});
