import { expect, test } from "vitest";
import { frontForTests } from "./front-for-tests.ts";

test("a call of a server action reaches Next in a body of ours, with the fields and nothing else", async () => {
  const { ask, asked } = await frontForTests();
  const body = new FormData();
  body.append("_1_name", "Ana");
  body.append("_1_file", new Blob(["x"]), "x.txt");
  body.append("_1_$ACTION_REF", "x");
  body.append("0", '["$K1","$F9","$@x"]');
  const answer = await ask("/en/contact", { method: "POST", headers: { "next-action": "known" }, body });
  expect(await answer.text()).toBe("POST /en/contact");
  expect(asked[0]?.headers["next-action"]).toBe("known");
  const parts = asked[0]?.body.split(/--[-\w]+\r\n/).slice(1, -1) ?? [];
  expect(parts.map((part) => /name="([^"]+)"\r\n\r\n(.*)\r\n/.exec(part)?.slice(1))).toEqual([
    ["_1_name", "Ana"],
    ["0", '[{"status":"idle","values":{}},"$K1"]'],
  ]);
});

test.each([
  ["unknown", "0=%5B%5D", "application/x-www-form-urlencoded", 409],
  ["known", "0=%5B%5D", "application/x-www-form-urlencoded", 400],
  ["known", "[]", "text/plain;charset=UTF-8", 415],
  ["known", "garbage", "multipart/form-data; boundary=x", 400],
  ["known", "garbage", "multipart/form-data", 400],
  ["known", "a".repeat(2_000_000), "multipart/form-data; boundary=x", 413],
])(
  "a call of the %s action that cannot be read shows the form with %3$i, and Next's decoder never sees it",
  async (id, body, type, status) => {
    const { ask, asked } = await frontForTests();
    const answer = await ask("/en/contact", {
      method: "POST",
      headers: { "next-action": id, "content-type": type },
      body,
    });
    expect(answer.status).toBe(status);
    expect(asked.map(({ url }) => url)).toEqual(["/en/contact/again"]);
  },
);

test.each([
  [{ origin: "https://evil.example" }],
  [{ "sec-fetch-site": "cross-site" }],
  [{ origin: "null", "next-action": "known" }],
])("a post with %j is shown again instead of taken", async (headers) => {
  const { ask, asked } = await frontForTests();
  const answer = await ask("/en/contact", { method: "POST", headers, body: new URLSearchParams({ name: "Ana" }) });
  expect(answer.status).toBe(403);
  expect(asked.map(({ url }) => url)).toEqual(["/en/contact/again"]);
});
