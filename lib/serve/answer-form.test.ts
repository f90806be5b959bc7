import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test, vi } from "vitest";
import { setCurrentDesk } from "#lib/leads/current-desk.ts";
import { deskForTests } from "#lib/leads/desk-for-tests.ts";
import { consentVersion } from "#lib/leads/form/consent-version.ts";
import { languageField } from "#lib/leads/form/language-field.ts";
import { frontForTests } from "./front-for-tests.ts";

test.each([
  ["as a text", "[]", "text/plain;charset=UTF-8", 415],
  ["cut on the way", "garbage", "multipart/form-data; boundary=x", 400],
  ["without a boundary", "garbage", "multipart/form-data", 400],
  ["too large", "a".repeat(2_000_000), "multipart/form-data; boundary=x", 413],
])(
  "a call of an action, which earlier releases had, is refused when it comes %s, and Next never sees it",
  async (_how, body, type, status) => {
    const { ask, asked } = await frontForTests();
    const answer = await ask("/en/contact", {
      method: "POST",
      headers: { "next-action": "40".padEnd(42, "0"), "content-type": type },
      body,
    });
    expect(answer.status).toBe(status);
    expect(asked).toMatchObject([{ url: "/en/contact/redisplay", body: "" }]);
    expect(asked[0]?.headers).not.toHaveProperty("next-action");
  },
);

test("a program is answered in JSON: the reference, a sentence for each field that is wrong, or why it was not taken", async () => {
  setCurrentDesk((await deskForTests()).desk);
  const { ask, asked } = await frontForTests();
  const post = async (fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const answer = await ask("/api/forms/contact", {
      method: "POST",
      headers: { accept: "application/json", ...headers },
      body: new URLSearchParams(fields),
    });
    return { status: answer.status, json: await answer.json() };
  };
  const typed = { name: "Ana", email: "ana@acme.test", message: "Hello", consent: "on" };

  const { status, json } = await post(typed);
  expect({ status, json }).toEqual({
    status: 201,
    json: { ref: expect.stringMatching(/^[2-9A-Z]{5}$/), call: expect.stringMatching(/^[\w-]{43}$/) },
  });
  expect(await post({ ...typed, email: "ana@" })).toEqual({
    status: 422,
    json: { errors: { email: expect.any(String) } },
  });
  expect(await post(typed, { "sec-fetch-site": "cross-site" })).toEqual({
    status: 403,
    json: { form: "contact", error: expect.any(String) },
  });
  expect(asked).toEqual([]);
});

test("what comes from another site is refused before anything is done with it, also where it asks for another language", async () => {
  const { ask, asked } = await frontForTests();
  const answer = await ask("/en/contact", {
    method: "POST",
    headers: { "sec-fetch-site": "cross-site" },
    body: new URLSearchParams({ name: "Ana", consent: "on", [languageField]: "es" }),
  });
  expect(answer.status).toBe(403);
  expect(asked[0]?.values).toEqual({ name: "Ana" });
});

test("an inquiry does not wait behind all that another network sends at the same moment", async () => {
  const judged: string[] = [];
  const pitchModel = (text: string) => judged.push(text) * 0 - 1;
  setCurrentDesk((await deskForTests({ pitchModel })).desk);
  const { url } = await frontForTests(undefined, { trustedProxies: 1 });
  const post = async (network: string, number: number) => {
    const form = { name: "Ana", email: `ana${number}@acme.test`, message: network, consent: "on" };
    const body = `${new URLSearchParams(form)}`;
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    onTestFinished(() => void socket.destroy());
    await once(socket, "connect");
    const head = ["POST /api/forms/contact HTTP/1.1", "Host: www.dreamcode.example", `X-Forwarded-For: ${network}`];
    const type = ["Accept: application/json", "Content-Type: application/x-www-form-urlencoded"];
    const length = `Content-Length: ${body.length}`;
    await new Promise<void>((sent) => {
      socket.write([...head, ...type, length, "", body.slice(0, -1)].join("\r\n"), () => sent());
    });
    return { end: () => socket.write(body.slice(-1)), answered: once(socket, "data") };
  };
  const posts = await Promise.all(Array.from({ length: 100 }, (_, number) => post("8.8.8.8", number)));
  posts.push(await post("9.9.9.9", 100));
  for (const { end } of posts) end();
  await Promise.all(posts.map(({ answered }) => answered));

  expect(judged).toHaveLength(101);
  expect(judged.indexOf("9.9.9.9")).toBeLessThan(50);
});

test.each([
  ["", '["no_token"]'],
  [" ANA@acme.test ", '["decoy_repeats","no_token"]'],
  ["https://cheap.test", '["decoy","no_token"]'],
])("what stands in the field that nobody sees, %j, counts %s", async (remarks, reasons) => {
  const { desk } = await deskForTests({ rateLimit: true });
  setCurrentDesk(desk);
  const { ask } = await frontForTests();
  const body = new URLSearchParams({ name: "Ana", email: "ana@acme.test", message: "Hello", consent: "on", remarks });
  await ask("/api/forms/contact", { method: "POST", headers: { "accept-language": "en", "user-agent": "x" }, body });
  const leads = await desk.store.db.selectFrom("lead").select("spam_reasons").execute();
  expect(leads.map(({ spam_reasons }) => spam_reasons)).toEqual([reasons]);
});

test("a form that is left for another language is shown there, not taken, and nobody has agreed to its sentence", async () => {
  const { ask, asked } = await frontForTests();
  const body = new URLSearchParams({ name: "Ana", message: "Half a", consent: "on", continue_in: "es", locale: "en" });
  const answer = await ask("/es/contact", { method: "POST", body });
  expect(answer.status).toBe(200);
  expect(asked.map(({ url, values }) => [url, values])).toEqual([
    ["/es/contact/redisplay", { name: "Ana", message: "Half a" }],
  ]);
});

test("a post from another site comes back with its text, and nobody has agreed to anything in it", async () => {
  const { ask, asked } = await frontForTests();
  const typed = { name: "Ana", email: "ana@acme.test", message: "Hello", consent: "on" };
  const headers = { "sec-fetch-site": "cross-site" };
  await ask("/en/contact", { method: "POST", headers, body: new URLSearchParams(typed) });
  expect(asked.map(({ values }) => values)).toEqual([{ name: "Ana", email: "ana@acme.test", message: "Hello" }]);
});

test("a form that comes back with another sentence of consent than the one that was agreed to asks for it again", async () => {
  const { desk } = await deskForTests();
  setCurrentDesk(desk);
  const { ask, asked } = await frontForTests();
  const send = (agreed: string) =>
    ask("/en/contact", { method: "POST", body: new URLSearchParams({ name: "Ana", consent: "on", agreed }) });
  await send(consentVersion(desk.consent("contact", "en")));
  await send(consentVersion("A sentence of an earlier release."));
  expect(asked.map(({ values }) => values)).toEqual([{ name: "Ana", consent: "on" }, { name: "Ana" }]);
});

test.each([
  [{ origin: "https://evil.example" }],
  [{ "sec-fetch-site": "cross-site" }],
  [{ origin: "null", "next-action": "known" }],
])("a post with %j is shown again instead of taken", async (headers) => {
  const { ask, asked } = await frontForTests();
  const answer = await ask("/en/contact", { method: "POST", headers, body: new URLSearchParams({ name: "Ana" }) });
  expect(answer.status).toBe(403);
  expect(asked.map(({ url }) => url)).toEqual(["/en/contact/redisplay"]);
});

test("a form that comes too slowly is answered, and the rest of it is not waited for", async () => {
  const { url } = await frontForTests();
  const real = setTimeout;
  const timer = vi
    .spyOn(globalThis, "setTimeout")
    .mockImplementation(((work: () => void, ms = 0) => real(work, ms === 20_000 ? 1 : ms)) as typeof setTimeout);
  onTestFinished(() => timer.mockRestore());
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  socket.write("POST /en/contact HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\nname=");
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n[\s\S]*\r\nconnection: close\r\n/i);
});

test("whoever left before their form had come gets no page made", async () => {
  const { url, asked } = await frontForTests();
  const { hostname, port } = new URL(url);
  for (let count = 0; count < 20; count += 1) {
    const socket = connect(Number(port), hostname);
    socket.write("POST /en/contact HTTP/1.1\r\nHost: localhost\r\nContent-Length: 240000\r\n\r\nname=");
    await once(socket, "connect");
    await new Promise((written) => socket.write("Ana", written));
    socket.destroy();
  }
  // Answered after all of them.
  const headers = { "sec-fetch-site": "cross-site" };
  await fetch(`${url}/en/contact`, { method: "POST", headers, body: new URLSearchParams({ name: "Luz" }) });
  expect(asked.map(({ values }) => values)).toEqual([{ name: "Luz" }]);
});

test.each(["Content-Length: 900000", "Transfer-Encoding: chunked"])(
  "a body with %s that nobody asked for is not read to its end",
  async (length) => {
    const { url } = await frontForTests();
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.write(`POST /en/blog HTTP/1.1\r\nHost: localhost\r\n${length}\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 405 Method Not Allowed\r\n[\s\S]*\r\nconnection: close\r\n/i);
  },
);
