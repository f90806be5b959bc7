import { createServer, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { certificateForTests } from "#lib/mail/certificates-for-tests.ts";
import { siteFolderForTests } from "#lib/serve/site-for-tests.ts";
import { patientForTests } from "../patient-for-tests.ts";
import { build } from "./build.ts";
import { clock } from "./clock.ts";
import { proxy } from "./proxy.ts";
import { publicAddress } from "./public-address.ts";
import { siteAlarms } from "./site-alarms.ts";

test("a site that answers at SITE_URL over TLS is well", async () => {
  const { url } = await server(health(), await certificateForTests());
  const patient = patientForTests({ SITE_URL: url });
  expect(await publicAddress(patient)).toEqual({ state: "ok", seen: `the site answers at ${url}` });
  expect(await proxy(patient)).toMatchObject({ state: "ok" });
  expect(await siteAlarms(patient)).toMatchObject({ state: "ok" });
});

test("a site that does not run is to be started, and one that runs past SITE_URL has that wrong", async () => {
  expect(await publicAddress(patientForTests())).toMatchObject({
    state: "warning",
    todo: expect.stringMatching(/^Start the site/),
  });

  const { port } = await server(health());
  const away = patientForTests({ HOST: "127.0.0.1", PORT: `${port}` });
  expect(await publicAddress(away)).toMatchObject({
    state: "wrong",
    seen: expect.stringMatching(/nothing listens there/),
  });
  const { key, cert } = await certificateForTests("other name");
  const { url } = await server(health(), { key, cert });
  const misnamed = patientForTests({ PORT: `${port}`, SITE_URL: url });
  expect(await publicAddress(misnamed)).toMatchObject({
    state: "wrong",
    seen: expect.stringMatching(/the certificate of \S+ is for another name/),
  });
});

test("what else answers at SITE_URL is told from the site, however much it says", async () => {
  const { port } = await server(health());
  const other = await server((_request, response) => response.writeHead(200).end("x".repeat(1_000_000)));
  const onward = await server((_request, response) =>
    response.writeHead(301, { location: "https://www.dreamcode.test/" }).end(),
  );
  const at = (url: string) => publicAddress(patientForTests({ PORT: `${port}`, SITE_URL: url }));
  expect(await at(other.url)).toMatchObject({
    state: "wrong",
    seen: expect.stringMatching(/answers 200 and is not this site$/),
  });
  expect(await at(onward.url)).toMatchObject({
    state: "wrong",
    seen: expect.stringMatching(/leads on to https:\/\/www\.dreamcode\.test\/ and/),
  });
});

test("a site that answers in clear elsewhere than on this machine is wrong", async () => {
  const { url } = await server(health());
  const clear = patientForTests({ SITE_URL: url.replace("127.0.0.1", "0.0.0.0") });
  expect(await publicAddress(clear)).toMatchObject({ state: "wrong", seen: expect.stringMatching(/in clear/) });
});

test("a proxy that hides visitors is told by the site, and so is everything else that it says of itself", async () => {
  const { url } = await server(health({ alarms: ["proxy-untrusted", "disk-low"] }));
  const patient = patientForTests({ SITE_URL: url });
  expect(await proxy(patient)).toMatchObject({ state: "wrong", seen: expect.stringMatching(/TRUSTED_PROXIES=0/) });
  expect(await siteAlarms(patient)).toMatchObject({
    state: "warning",
    seen: expect.stringMatching(/proxy-untrusted, disk-low$/),
  });

  const failing = await server(health({ status: "failing", alarms: ["mail-paused"] }), undefined);
  expect(await siteAlarms(patientForTests({ SITE_URL: failing.url }))).toMatchObject({ state: "wrong" });
  expect(await proxy(patientForTests({ SITE_URL: failing.url, TRUSTED_PROXIES: "1" }))).toMatchObject({
    state: "warning",
    todo: expect.stringMatching(/HOST is not set/),
  });
});

test("a clock that differs from that of SITE_URL is wrong", async () => {
  const late = await server((request, response) => {
    response.setHeader("date", new Date(Date.now() - 600_000).toUTCString());
    health()(request, response);
  });
  expect(await clock(patientForTests({ SITE_URL: late.url }))).toMatchObject({
    state: "wrong",
    seen: expect.stringMatching(/10 minutes apart$/),
  });
});

test("a build for another address is wrong, and so is none", async () => {
  expect(await build(patientForTests())).toMatchObject({ state: "wrong", todo: "npm run build" });
  const siteFolder = await siteFolderForTests({});
  expect(await build(patientForTests({}, { siteFolder }))).toMatchObject({
    state: "wrong",
    todo: expect.stringMatching(/built with SITE_URL=https:\/\/www\.dreamcode\.example, and this is http:\/\/127/),
  });
  const right = patientForTests({ SITE_URL: "https://www.dreamcode.example" }, { siteFolder });
  expect(await build(right)).toMatchObject({ state: "ok" });
});

function health(changes: { status?: string; alarms?: string[] } = {}): RequestListener {
  return (_request, response) => {
    response.writeHead(changes.status ? 503 : 200);
    response.end(JSON.stringify({ status: "ok", store: "sqlite", mail: "ok", pending: 0, alarms: [], ...changes }));
  };
}

async function server(listener: RequestListener, secure?: { key: string; cert: string }) {
  const listening = secure ? createSecureServer(secure, listener) : createServer(listener);
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    listening.closeAllConnections();
    listening.close();
  });
  const { port } = listening.address() as AddressInfo;
  return { url: `${secure ? "https" : "http"}://127.0.0.1:${port}`, port };
}
