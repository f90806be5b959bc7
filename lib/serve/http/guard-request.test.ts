import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { canonicalPath, isFromOurPages, isOurHost } from "./guard-request.ts";

const siteUrl = "https://www.dreamcode.example";

test.each([
  ["www.dreamcode.example", true],
  ["WWW.dreamcode.example:443", true],
  ["localhost:3000", true],
  ["127.0.0.1:3000", true],
  ["10.0.0.7", true],
  ["[::1]:3000", true],
  ["dreamcode.example", false],
  ["evil.example", false],
  ["www.dreamcode.example.evil.example", false],
  ["www.dreamcode.example@evil.example", false],
  ["evil.example/www.dreamcode.example", false],
  ["www.dreamcode.example/x", false],
  ["", false],
  [undefined, false],
])("the host %s is ours: %s", (host, isOurs) => {
  expect(isOurHost(host, siteUrl)).toBe(isOurs);
});

test.each([
  [{}, true],
  [{ origin: siteUrl }, true],
  [{ origin: siteUrl, "sec-fetch-site": "same-origin" }, true],
  [{ origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }, true],
  [{ "sec-fetch-site": "none" }, true],
  [{ origin: "https://evil.example" }, false],
  [{ origin: "https://evil.example", host: "evil.example" }, false],
  [{ origin: "null", "sec-fetch-site": "same-origin" }, true],
  [{ origin: "null" }, false],
  [{ origin: "null", "sec-fetch-site": "same-site" }, false],
  [{ origin: "" }, false],
  [{ origin: "nonsense" }, false],
  [{ origin: "https://www.dreamcode.example.evil.example" }, false],
  [{ origin: "http://www.dreamcode.example" }, false],
  [{ origin: "http://127.0.0.1:4000", host: "127.0.0.1:3000" }, false],
  [{ "sec-fetch-site": "cross-site" }, false],
  [{ origin: siteUrl, "sec-fetch-site": "cross-site" }, false],
  [{ origin: "https://evil.example", host: "www.dreamcode.example", "x-forwarded-host": "evil.example" }, false],
])("a post with %j comes from our pages: %s", (headers, isOurs) => {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, headers);
  expect(isFromOurPages(request, siteUrl)).toBe(isOurs);
});

test.each([
  ["/en/blog?x=1", "/en/blog"],
  ["/en/bl%6Fg", "/en/blog"],
  ["/en%2Fblog", "/en%2Fblog"],
  ["/caf%C3%A9", "/café"],
  ["//evil.example", "//evil.example"],
  ["/en/%ff", undefined],
  ["/en/%zz", undefined],
  ["http://evil.example/en", undefined],
  ["*", undefined],
  [undefined, undefined],
])("the path of %s is %s", (url, path) => {
  expect(canonicalPath(url)).toBe(path);
});
