import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { readRequestContext } from "./read-request-context.ts";

const browser = { "user-agent": "Mozilla/5.0", "accept-language": "es-CO", host: "www.dreamcode.test" };

test.each([
  [0, undefined, "203.0.113.9"],
  [0, "198.51.100.1", "203.0.113.9"],
  [1, undefined, "203.0.113.9"],
  [1, "198.51.100.1", "198.51.100.1"],
  [1, "6.6.6.6, 198.51.100.1", "198.51.100.1"],
  [1, "6.6.6.6, 7.7.7.7,8.8.8.8,  198.51.100.1", "198.51.100.1"],
  [2, "6.6.6.6, 198.51.100.1, 10.0.0.2", "198.51.100.1"],
  [2, "198.51.100.1", "198.51.100.1"],
  [1, "6.6.6.6, 198.51.100.1:4711", "198.51.100.1"],
  [1, "6.6.6.6, [2001:db8::1]:4711", "2001:db8::1"],
  [1, "6.6.6.6, unknown", "203.0.113.9"],
  [1, ",,", "203.0.113.9"],
])("behind %d proxies, X-Forwarded-For %j is %s", (trustedProxies, forwarded, address) => {
  const headers = { ...browser, "x-forwarded-for": forwarded };
  expect(readRequestContext(request(headers), { siteUrl: "https://www.dreamcode.test", trustedProxies }).address).toBe(
    address,
  );
});

test("an IPv4 address that a socket writes as IPv6 is one", () => {
  const place = { siteUrl: "https://www.dreamcode.test", trustedProxies: 0 };
  expect(readRequestContext(request(browser, "::ffff:203.0.113.9"), place).address).toBe("203.0.113.9");
});

test.each([
  [browser, false],
  [{ ...browser, "user-agent": undefined }, true],
  [{ ...browser, "accept-language": undefined }, true],
])("%j is a bare request: %s", (headers, expected) => {
  const place = { siteUrl: "https://www.dreamcode.test", trustedProxies: 0 };
  expect(readRequestContext(request(headers), place).isBareRequest).toBe(expected);
});

test.each([
  ["/en/contact?utm_source=a", undefined, "utm_source=a"],
  ["/en/contact", "https://www.dreamcode.test/en/contact?utm_source=a", "utm_source=a"],
  ["/en/contact?from=/en", "https://www.dreamcode.test/en/contact?utm_source=a", "from=%2Fen&utm_source=a"],
  ["/en/contact", "http://127.0.0.1:3000/en/contact?gclid=1", "gclid=1"],
  ["/en/contact", "https://evil.test/en/contact?utm_source=a", ""],
  ["/en/contact", "/en/contact?utm_source=a", ""],
  ["/en/contact?%zz&a=%ff%", "https://", "%25zz=&a=%EF%BF%BD%25"],
])("a post to %s from %s says %j", (url, referer, expected) => {
  const message = Object.assign(request({ ...browser, host: "127.0.0.1:3000", referer }), { url });
  const { query, sentFrom } = readRequestContext(message, { siteUrl: "https://www.dreamcode.test", trustedProxies: 0 });
  expect(query.toString()).toBe(expected);
  expect(sentFrom).toBe(/www\.dream|127/.test(referer ?? "") ? "/en/contact" : undefined);
});

function request(headers: Record<string, string | undefined>, address = "203.0.113.9"): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: address });
  const message = new IncomingMessage(socket);
  message.headers = headers;
  return message;
}
