import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { carriedParameters } from "./carried-parameters.ts";

const long = "x".repeat(300);

test.each([
  ["/en/blog/hiring", undefined, ""],
  ["/en/blog/hiring?page=2", "https://www.dreamcode.test/en", ""],
  ["/en/blog/hiring?utm_source=a&x=1", undefined, "utm_source=a&landing=/en/blog/hiring"],
  ["/en/contact?utm_source=a&landing=/en/blog/hiring", undefined, "utm_source=a&landing=/en/blog/hiring"],
  ["/en/contact?landing=/en/blog/hiring", undefined, ""],
  [`/en?gclid=1&landing=${long}`, undefined, `gclid=1&landing=${long.slice(0, 200)}`],
  ["/en?gclid=%ff%zz", undefined, "gclid=\ufffd%zz&landing=/en"],
])("%s, opened from %j, passes on %j", (url, referer, expected) => {
  const { links, from } = carriedParameters(request(url, referer));
  expect(links.map(([name, value]) => `${name}=${value}`).join("&")).toBe(expected);
  expect(from).toBeUndefined();
});

test.each([
  ["/en/inquiry", undefined, undefined],
  ["/en/inquiry?service=cloud", "https://www.dreamcode.test/en/blog/hiring?utm_source=a", "/en/blog/hiring"],
  ["/es/contact", "https://www.linkedin.com/in/someone?email=ana@acme.test", "https://www.linkedin.com/in/someone"],
  ["/es/contact", "https://www.dreamcode.test/en/contact", undefined],
  ["/es/contact?from=/en/blog/hiring", "https://www.dreamcode.test/es/contact", "/en/blog/hiring"],
  ["/en/contact", "not an address", undefined],
  [`/en/contact?from=/${long}`, undefined, `/${long}`.slice(0, 200)],
])("a form at %s, opened from %j, names %j", (url, referer, from) => {
  expect(carriedParameters(request(url, referer)).from).toBe(from);
});

function request(url: string, referer: string | undefined): IncomingMessage {
  const headers = { host: "www.dreamcode.test", ...(referer && { referer }) };
  return Object.assign(new IncomingMessage(new Socket()), { url, headers });
}
