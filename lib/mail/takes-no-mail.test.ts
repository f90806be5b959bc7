import { Resolver } from "node:dns/promises";
import type { Answer } from "dns-packet";
import { expect, test } from "vitest";
import { nameServer } from "./name-server-for-tests.ts";
import { takesNoMail } from "./takes-no-mail.ts";

const serverFailure = 2;

const mx = (name: string, exchange: string): Answer => ({ type: "MX", name, data: { preference: 10, exchange } });
const ours = mx("dreamcode.test", "mx.dreamcode.test");
const world: Answer[] = [
  ours,
  { type: "NS", name: "com", data: "a.gtld-servers.net" },
  mx("corp.test", "mx.corp.test"),
  { type: "A", name: "old.test", data: "192.0.2.1" },
  { type: "AAAA", name: "new.test", data: "2001:db8::1" },
  { type: "TXT", name: "page.test", data: "no mail" },
  mx("silent.test", ""),
  mx("xn--and-6ma2c.test", "mx.corp.test"),
];

test("an address takes no mail whose domain does not exist, has no server, or says that it takes none", async () => {
  const resolver = await nameServer(world);
  const none = ["ana@gmial.test", "ana@page.test", "ana@silent.test"];
  for (const address of none) expect([address, await takesNoMail(address, resolver)]).toEqual([address, true]);
});

test("one that has a server is believed to, also by its A or AAAA alone, and in its own letters", async () => {
  const resolver = await nameServer(world);
  for (const address of ["ana@corp.test", "ana@old.test", "ana@new.test", "josé@ñandú.test"])
    expect([address, await takesNoMail(address, resolver)]).toEqual([address, false]);
});

test.each([
  ["nothing", []],
  ["our own domain alone", [ours]],
])("a name server that knows %s, and not the world, says nothing about others", async (_, known: Answer[]) => {
  expect(await takesNoMail("ana@gmial.test", await nameServer(known))).toBe(false);
});

test("nothing is certain while no name server answers, or one has trouble of its own", async () => {
  const failing = await nameServer(world, serverFailure);
  expect(await takesNoMail("ana@gmial.test", failing)).toBe(false);
  const halfFailing = await nameServer(world);
  halfFailing.resolve4 = async () => {
    throw Object.assign(new Error("no answer"), { code: "ESERVFAIL" });
  };
  expect(await takesNoMail("ana@page.test", halfFailing)).toBe(false);
  const gone = new Resolver({ timeout: 50, tries: 1 });
  gone.setServers(["127.0.0.1:1"]);
  expect(await takesNoMail("ana@gmial.test", gone)).toBe(false);
});
