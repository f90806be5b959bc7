import { expect, test } from "vitest";
import { setCurrentDesk } from "#lib/leads/current-desk.ts";
import { deskForTests } from "#lib/leads/desk-for-tests.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { receiveForm } from "./receive-form.ts";
import { requestContext } from "./request-context.ts";

const text = "We look for two engineers and a designer who can begin in spring and stay with us for a whole year";

test.each([
  ["a colleague", "203.0.113.7", "copy"],
  ["somebody of another network", "198.51.100.7", "copies"],
])("the same text of %s on the other side of midnight", async (_who, address, reason) => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  setCurrentDesk(desk);
  clock.now = new Date("2026-11-21T23:59:00.000Z");
  await post("ana@acme.com", "203.0.113.7");
  clock.pass(120);
  await post("luz@acme.com", address);
  expect(await reasonsOf("luz@acme.com", desk)).toEqual(["no_token", reason]);
});

async function post(email: string, address: string) {
  const data = new URLSearchParams({ name: "Ana Torres", email, message: text, consent: "on", key: email });
  const context = { address, isBareRequest: false, query: new URLSearchParams(), sentFrom: undefined };
  const state = await requestContext.run(context, () => receiveForm("contact", data, "en"));
  expect(state.status).toBe("received");
}

async function reasonsOf(email: string, { store }: LeadDesk): Promise<string[]> {
  const query = store.db.selectFrom("lead").select("spam_reasons").where("email", "=", email);
  return JSON.parse((await query.executeTakeFirstOrThrow()).spam_reasons);
}
