import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { toOriginForm } from "./to-origin-form.ts";

test.each([
  ["http://www.dreamcode.example/en", "/en", "www.dreamcode.example"],
  ["HTTPS://www.dreamcode.example:8080/en?a=http://b", "/en?a=http://b", "www.dreamcode.example:8080"],
  ["http://www.dreamcode.example", "/", "www.dreamcode.example"],
  ["http://www.dreamcode.example?a=1", "/?a=1", "www.dreamcode.example"],
  ["http:///en", "http:///en", "evil.example"],
  ["//www.dreamcode.example/en", "//www.dreamcode.example/en", "evil.example"],
  ["*", "*", "evil.example"],
])("%s asks for %s of %s", (target, url, host) => {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { url: target });
  request.headers.host = "evil.example";
  toOriginForm(request);
  expect([request.url, request.headers.host]).toEqual([url, host]);
});
