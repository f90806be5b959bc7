import { setTimeout as wait } from "node:timers/promises";
import { ask } from "./ask.ts";
import type { Site } from "./site.ts";

// A steady load, not one that leaves no room for the build.
const paceMs = 100;

/** Readers and senders, one after the other, until they are stopped; what was not answered as it should be. */
export function readAndWrite(site: Site) {
  const failures: string[] = [];
  const refs: string[] = [];
  let answers = 0;
  let goesOn = true;
  const all = Promise.all([visit(["/en", "/es/services", "/en/search?q=cloud", "/icon-512.png"]), write()]);
  return {
    failures,
    async stop() {
      goesOn = false;
      await all;
      return { answers, refs };
    },
  };

  async function visit(addresses: string[]) {
    for (let round = 0; goesOn; round++) {
      const address = addresses[round % addresses.length] ?? "";
      answered(address, 200, await ask(site, address).catch(String));
      await wait(paceMs);
    }
  }

  async function write() {
    for (let round = 0; goesOn; round++) {
      const fields = { name: "Ana", email: "ana@company.com", message: `Engineers, ${round}.`, consent: "on" };
      const answer = await ask(site, "/en/contact", fields).catch(String);
      answered("a form", 303, answer);
      if (typeof answer !== "string") refs.push(/ref=(\w+)/.exec(answer.location ?? "")?.[1] ?? "none");
      await wait(paceMs);
    }
  }

  function answered(what: string, status: number, answer: { status?: number | undefined } | string) {
    answers += 1;
    if (typeof answer === "string" || answer.status !== status) failures.push(`${what}: ${JSON.stringify(answer)}`);
  }
}
