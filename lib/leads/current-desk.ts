import type { LeadDesk } from "./lead-desk.ts";

// Next bundles a copy of this module of its own, and server.ts loads another. Both see the same global, and so the
// process has one desk and one connection to the store.
const place = Symbol.for("dreamcode.desk");
const shared = globalThis as typeof globalThis & { [place]?: LeadDesk };

export function setCurrentDesk(desk: LeadDesk): void {
  shared[place] = desk;
}

export function currentDesk(): LeadDesk {
  const desk = shared[place];
  if (!desk) throw new Error("No lead desk in this process: start the site with server.ts, which opens it.");
  return desk;
}
