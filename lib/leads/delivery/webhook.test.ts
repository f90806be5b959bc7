import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { type LeadEvent, leadEventSchema } from "./lead-event.ts";
import { slackPayload } from "./slack-payload.ts";
import { teamsPayload } from "./teams-payload.ts";
import { type News, sendWebhook } from "./webhook.ts";
import { webhookSecret as secret, webhookForTests } from "./webhook-for-tests.ts";

const never = new AbortController().signal;
const event: LeadEvent = {
  type: "lead.created",
  timestamp: "2026-11-22T12:00:00.000Z",
  data: {
    ref: "K7QD2",
    form: "contact",
    language: "es",
    page: "/es/contact",
    name: "José Ñandú",
    email: "jose@company.com",
    message: "¿Dos ingenieros? 👩‍💻",
    attribution: { first: { utm_source: "letter", landing: "/es/blog/x" }, last: { page: "/es/blog/x" } },
  },
};

const news: News = { event, said: { title: "Message K7QD2", facts: "José Ñandú" } };

test("a receiver that follows Standard Webhooks finds the event whole and its signature right", async () => {
  const receiver = await webhookForTests();

  expect(await sendWebhook("msg_1", news, receiver.target, never)).toEqual({
    class: "sent",
    code: 204,
    reply: "HTTP 204",
  });

  const [{ body, headers } = { body: "", headers: {} }] = receiver.got;
  const verified = new Webhook(secret).verify(body, headers as Record<string, string>);
  expect(leadEventSchema.parse(verified)).toEqual(event);
  expect(headers["webhook-id"]).toBe("msg_1");
  expect(() => new Webhook(secret).verify(body.replace("K7QD2", "K7QD3"), headers as Record<string, string>)).toThrow();
});

test("while two secrets are valid, a receiver that knows either takes it, and one that knows neither does not", async () => {
  const other = `whsec_${Buffer.from("another secret of twenty-nine").toString("base64")}`;
  const receiver = await webhookForTests();

  await sendWebhook("msg_1", news, { ...receiver.target, secrets: [other, secret] }, never);

  const [{ body, headers } = { body: "", headers: {} }] = receiver.got;
  expect(headers["webhook-signature"]).toMatch(/^v1,\S+ v1,\S+$/);
  const verify = (known: string) => new Webhook(known).verify(body, headers as Record<string, string>);
  for (const known of [other, secret]) expect(verify(known)).toEqual(event);
  expect(() => verify(`whsec_${Buffer.from("a secret that nobody was told").toString("base64")}`)).toThrow();
});

test.each(["slack", "teams"] as const)("%s gets its own form, unsigned", async (chat) => {
  const receiver = await webhookForTests();

  await sendWebhook("msg_1", news, { ...receiver.target, chat }, never);

  const [{ body, headers } = { body: "", headers: {} }] = receiver.got;
  expect(JSON.parse(body)).toEqual({ slack: slackPayload, teams: teamsPayload }[chat](news.said));
  expect(Object.keys(headers).filter((name) => name.startsWith("webhook"))).toEqual([]);
});

test.each([
  [200, "sent"],
  [302, "transient"],
  [404, "transient"],
  [410, "permanent"],
  [429, "transient"],
  [500, "transient"],
])("an answer of %i is %s", async (status, expected) => {
  const receiver = await webhookForTests(status);
  expect(await sendWebhook("msg_1", news, receiver.target, never)).toMatchObject({ class: expected, code: status });
  expect(receiver.got).toHaveLength(1);
});

test.each(["http://127.0.0.1", "http://[::1]", "http://localhost", "http://0.0.0.0", "http://2130706433"])(
  "%s is inside, and is not told unless that is allowed",
  async (host) => {
    const receiver = await webhookForTests();
    const url = `${host}:${receiver.port}/`;
    expect(await sendWebhook("msg_1", news, { ...receiver.target, url, mayBePrivate: false }, never)).toEqual({
      class: "transient",
      code: null,
      reply: "EPRIVATE",
    });
    expect(receiver.got).toHaveLength(0);
  },
);

test("a receiver that is not there is tried again", async () => {
  const receiver = await webhookForTests();
  receiver.close();
  expect(await sendWebhook("msg_1", news, receiver.target, never)).toEqual({
    class: "transient",
    code: null,
    reply: "ECONNREFUSED",
  });
});
