import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { type LeadEvent, leadEventSchema } from "./lead-event.ts";
import { sendWebhook } from "./webhook.ts";
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

test("a receiver that follows Standard Webhooks finds the event whole and its signature right", async () => {
  const receiver = await webhookForTests();

  expect(await sendWebhook("msg_1", event, receiver.target, never)).toEqual({
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

test.each([
  [200, "sent"],
  [302, "transient"],
  [404, "transient"],
  [410, "permanent"],
  [429, "transient"],
  [500, "transient"],
])("an answer of %i is %s", async (status, expected) => {
  const receiver = await webhookForTests(status);
  expect(await sendWebhook("msg_1", event, receiver.target, never)).toMatchObject({ class: expected, code: status });
  expect(receiver.got).toHaveLength(1);
});

test.each(["http://127.0.0.1", "http://[::1]", "http://localhost", "http://0.0.0.0", "http://2130706433"])(
  "%s is inside, and is not told unless that is allowed",
  async (host) => {
    const receiver = await webhookForTests();
    const url = `${host}:${receiver.port}/`;
    expect(await sendWebhook("msg_1", event, { ...receiver.target, url, mayBePrivate: false }, never)).toEqual({
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
  expect(await sendWebhook("msg_1", event, receiver.target, never)).toEqual({
    class: "transient",
    code: null,
    reply: "ECONNREFUSED",
  });
});
