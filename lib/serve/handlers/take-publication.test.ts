import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { frontForTests } from "#lib/serve/front-for-tests.ts";

const secret = "a secret of thirty-two characters";
const id = "0b4a3e1c-58f1-4c9e-9f0e-3f2a5a1d7c11";
const body = '{"ref":"refs/heads/main"}';
const signed = (text: string) => `sha256=${createHmac("sha256", secret).update(text).digest("hex")}`;

test.each([
  ["GitHub and Gitea sign", { "x-hub-signature-256": signed(body) }],
  ["GitLab sends", { "x-gitlab-token": secret }],
  ["a command line sends", { authorization: `Bearer ${secret}` }],
])(
  "a post with the secret as %s it begins a publication, and is told where its outcome will be",
  async (_who, headers) => {
    const { ask, begun } = await front();
    const answer = await ask("/publish", { method: "POST", body, headers });
    expect(answer.status).toBe(202);
    const outcome = `https://www.dreamcode.example/publish/${id}`;
    expect([answer.headers.get("location"), await answer.json()]).toEqual([outcome, { outcome }]);
    expect(begun()).toBe(1);

    const found = await ask(`/publish/${id}`);
    expect([found.status, found.headers.get("cache-control"), await found.json()]).toEqual([
      200,
      "no-store",
      { state: "running", log: "" },
    ]);
  },
);

test.each([
  ["no secret", {}],
  ["another one", { authorization: "Bearer another secret, as long as the one" }],
  ["the signature of another body", { "x-hub-signature-256": signed("{}") }],
  ["an empty token", { "x-gitlab-token": "" }],
])("a post with %s begins nothing", async (_what, headers) => {
  const { ask, begun } = await front();
  expect((await ask("/publish", { method: "POST", body, headers })).status).toBe(401);
  expect(begun()).toBe(0);
});

test("a body that is too large begins nothing", async () => {
  const { ask, begun } = await front();
  const headers = { authorization: `Bearer ${secret}` };
  expect((await ask("/publish", { method: "POST", body: "x".repeat(1_100_000), headers })).status).toBe(413);
  expect(begun()).toBe(0);
});

test("an outcome that is not known is no page, and neither is the address itself", async () => {
  const { ask } = await front();
  const unknown = await ask(`/publish/${id.replace("0b", "0c")}`);
  expect([unknown.status, (await ask("/publish")).status]).toEqual([404, 404]);
});

test("where no secret is set, there is no such address", async () => {
  const { ask } = await frontForTests();
  const headers = { authorization: `Bearer ${secret}` };
  expect((await ask("/publish", { method: "POST", body, headers })).status).toBe(405);
});

async function front() {
  let begun = 0;
  const publications = {
    secret,
    begin() {
      begun += 1;
      return id;
    },
    find: (asked: string) => (asked === id ? { state: "running", log: "" } : undefined),
  };
  return { ...(await frontForTests(undefined, { publications })), begun: () => begun };
}
