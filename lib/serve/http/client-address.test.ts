import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { clientAddress, isOvercounted } from "./client-address.ts";

const siteUrl = "https://www.dreamcode.test";
const hidden = { address: undefined, isHidden: true };

test.each([
  ["127.0.0.1", { "x-forwarded-for": "198.51.100.1" }],
  ["::1", { "x-forwarded-for": "198.51.100.1" }],
  ["::ffff:172.17.0.1", { "x-forwarded-for": "198.51.100.1" }],
  ["10.0.0.2", { "x-real-ip": "198.51.100.1" }],
  ["192.168.1.2", { forwarded: 'for="[2001:db8::1]";proto=https' }],
  ["fd12::1", { "x-forwarded-for": "unknown" }],
])("without a trusted proxy, %s with %j is a proxy's, and nobody's address is known", (peer, headers) => {
  expect(clientAddress(request(headers, peer), { siteUrl, trustedProxies: 0 })).toEqual(hidden);
});

test.each([
  ["203.0.113.9", { "x-forwarded-for": "198.51.100.1" }],
  ["2001:db8::9", { "x-real-ip": "198.51.100.1", forwarded: "for=198.51.100.1" }],
  ["127.0.0.1", {}],
  ["127.0.0.1", { "x-forwarded-for": " , " }],
  ["127.0.0.1", { forwarded: "host=www.dreamcode.test" }],
])("without a trusted proxy, %s with %j is who it is", (peer, headers) => {
  expect(clientAddress(request(headers, peer), { siteUrl, trustedProxies: 0 })).toEqual({
    address: peer,
    isHidden: false,
  });
});

test.each([
  [{ "x-forwarded-for": "198.51.100.1, 10.0.0.1" }, siteUrl],
  [{ "x-forwarded-for": "198.51.100.1, 10.0.0.1" }, "http://localhost:3000"],
  [{ "x-forwarded-for": "unknown" }, "http://localhost:3000"],
  [{ "x-forwarded-for": "198.51.100.1, _hidden" }, "http://localhost:3000"],
  [{ "x-forwarded-for": "10.0.0.1", host: "www.dreamcode.test" }, siteUrl],
])("behind one trusted proxy %j is a second one's, or names nobody", (headers, siteUrl) => {
  expect(clientAddress(request(headers, "127.0.0.1"), { siteUrl, trustedProxies: 1 })).toEqual(hidden);
});

test.each([
  [{ "x-real-ip": "192.168.1.7", "x-forwarded-for": "192.168.1.7" }, "192.168.1.7"],
  [{}, "127.0.0.1"],
])("behind a trusted proxy %j hides nobody", (headers, address) => {
  expect(clientAddress(request(headers, "127.0.0.1"), { siteUrl, trustedProxies: 1 })).toEqual({
    address,
    isHidden: false,
  });
});

test.each([
  [0, "127.0.0.1", { host: "www.dreamcode.test" }],
  [1, "172.17.0.1", { host: "www.dreamcode.test:443" }],
  [0, "::1", { host: "127.0.0.1:3000", origin: siteUrl }],
  [1, "127.0.0.1", { "x-real-ip": "198.51.100.1", host: "www.dreamcode.test" }],
])(
  "behind %d trusted proxies, %s with %j is a proxy's: it names nobody, or is one more",
  (trustedProxies, peer, headers) => {
    expect(clientAddress(request(headers, peer), { siteUrl, trustedProxies })).toEqual(hidden);
  },
);

test.each([
  ["a health check on the machine", siteUrl, { host: "localhost:3000" }],
  ["a program on the machine", siteUrl, { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" }],
  ["who tries the site out", "http://localhost:3000", { host: "localhost:3000", origin: "http://localhost:3000" }],
  ["who is in the network of a site for it alone", "http://10.0.0.2", { host: "10.0.0.2", origin: "http://10.0.0.2" }],
])("%s is who it is", (_, siteUrl, headers) => {
  const client = clientAddress(request(headers, "127.0.0.1"), { siteUrl, trustedProxies: 0 });
  expect(client).toEqual({ address: "127.0.0.1", isHidden: false });
});

test.each([
  ["one address of two", true, 2, { "x-forwarded-for": "198.51.100.1", host: "www.dreamcode.test" }],
  ["two of two", false, 2, { "x-forwarded-for": "198.51.100.1, 10.0.0.1", host: "www.dreamcode.test" }],
  ["one of one", false, 1, { "x-forwarded-for": "198.51.100.1", host: "www.dreamcode.test" }],
  ["none, as of a program on the machine", false, 2, { host: "www.dreamcode.test" }],
  [
    "one of two, to another host, as of a program that looks whether it runs",
    false,
    2,
    { "x-forwarded-for": "198.51.100.1", host: "localhost" },
  ],
])("%s: that more proxies are counted than there are is %s", (_, isOver, trustedProxies, headers) => {
  expect(isOvercounted(request(headers, "127.0.0.1"), { siteUrl, trustedProxies })).toBe(isOver);
});

test("who hung up before they were looked at has no address, and no proxy hides them", () => {
  expect(clientAddress(request({}, undefined), { siteUrl, trustedProxies: 0 })).toEqual({
    address: undefined,
    isHidden: false,
  });
});

function request(headers: Record<string, string>, address: string | undefined): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: address });
  return Object.assign(new IncomingMessage(socket), { headers });
}
