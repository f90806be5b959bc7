import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { webhookForTests } from "#lib/leads/delivery/webhook-for-tests.ts";
import {
  contact,
  deliverDue,
  deliveryTo,
  deskForTests,
  inquiry,
  newsletter,
  reply,
} from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { GET } from "./route.ts";

test("whoever checks by the published schema takes every lead that the webhook tells, and keys that are added later", async () => {
  const bodies = await toldOf([
    contact({ email: "josé@ñandú.co" }),
    contact({ message: "Two", email: "o'brien#us/ca@company.com" }),
    inquiry({ message: "Three", phone: "+1 416 555 0100", team: "5", start: "May", zone: "America/Toronto" }),
    inquiry({ message: "Four" }, { attribution: { first: { utm_source: "x" }, last: { page: "/en/services" } } }),
    newsletter(),
    reply(),
    inquiry({ message: "Five" }, { key: "one-filling-in" }),
    inquiry({ message: "Five, and a tester." }, { key: "one-filling-in" }),
  ]);
  expect(bodies.map(({ type, data }) => `${type} ${data.form}`).sort()).toEqual([
    "lead.amended inquiry",
    "lead.created contact",
    "lead.created contact",
    "lead.created inquiry",
    "lead.created inquiry",
    "lead.created inquiry",
    "lead.created newsletter",
    "lead.created reply",
  ]);

  const schema = await GET().json();
  const ajv = new Ajv({ strict: true });
  addFormats(ajv);
  expect(ajv.validateSchema(schema)).toBe(true);
  const takes = ajv.compile(schema);
  for (const { data, ...body } of bodies) {
    const later = { ...body, version: 2, data: { ...data, budget: "none", attribution: { last: { title: "x" } } } };
    for (const told of [{ ...body, data }, later])
      expect([takes(told), data.email, takes.errors]).toEqual([true, data.email, null]);
  }
  expect(takes({ type: "lead.created" })).toBe(false);
});

/** What the webhook was sent. */
async function toldOf(leads: Parameters<typeof submitLead>[0][]) {
  const receiver = await webhookForTests();
  const { desk } = await deskForTests({ webhooks: [receiver.target] });
  const smtp = await smtpForTests();
  for (const lead of leads) await submitLead(lead, desk);
  await deliverDue(deliveryTo(smtp.url, desk));
  return receiver.got.map(({ body }) => JSON.parse(body));
}
