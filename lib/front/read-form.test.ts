import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { readForm } from "./read-form.ts";

const multipart = "multipart/form-data; boundary=x";
const part = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

test.each([
  [
    "urlencoded",
    "application/x-www-form-urlencoded",
    "name=Ana+Torres&name=B",
    [
      ["name", "Ana Torres"],
      ["name", "B"],
    ],
  ],
  ["multipart", multipart, `${part("name", "Ana")}--x--\r\n`, [["name", "Ana"]]],
  ["an empty body", "text/plain", "", []],
  ["bytes that are not UTF-8", "application/x-www-form-urlencoded", "name=%ff%E4", [["name", "\ufffd\ufffd"]]],
  ["escapes that are none", "application/x-www-form-urlencoded", "name=%zz%", [["name", "%zz%"]]],
])("%s is read", async (_kind, type, body, entries) => {
  expect(await read(type, body)).toEqual({ ok: true, entries });
});

test.each([
  ["a boundary that is not there", multipart, "garbage", "unreadable"],
  ["a boundary that is not named", "multipart/form-data", `${part("name", "Ana")}--x--\r\n`, "unreadable"],
  ["a part that was cut off", multipart, part("name", "Ana").slice(0, -4), "unreadable"],
  ["a part without its headers", multipart, "--x\r\n\r\nAna\r\n--x--\r\n", "unreadable"],
  ["ten thousand parts", multipart, `${part("f", "v").repeat(10_000)}--x--\r\n`, "too-large"],
  [
    "ten thousand parts with headers in another case",
    multipart,
    `${part("f", "v").toLowerCase().repeat(10_000)}--x--\r\n`,
    "too-large",
  ],
  ["ten thousand fields", "application/x-www-form-urlencoded", "f=v&".repeat(10_000), "too-large"],
  ["two megabytes", "application/x-www-form-urlencoded", `message=${"a".repeat(2_000_000)}`, "too-large"],
  ["another kind of body", "application/json", "{}", "unsupported"],
])("%s is refused", async (_kind, type, body, trouble) => {
  expect(await read(type, body)).toEqual({ ok: false, trouble });
});

async function read(type: string, body: string): Promise<unknown> {
  const server = createServer(async (request, response) => {
    const posted = await readForm(request);
    response.end(JSON.stringify(posted.ok ? { ok: true, entries: [...posted.data] } : posted));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}`, { method: "POST", headers: { "content-type": type }, body });
  server.close();
  return answer.json();
}
