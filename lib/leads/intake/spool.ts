import { randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { ifThere } from "#lib/if-there.ts";
import { ownFolder } from "#lib/leads/disk/own-folder.ts";
import { type Room, roomIn } from "#lib/leads/disk/room-in.ts";
import { syncFolder } from "#lib/leads/disk/sync-folder.ts";
import { cleanAddress } from "#lib/leads/form/email-address.ts";
import { lookupAddress } from "#lib/leads/lookup-address.ts";
import type { TakenLead } from "./lead-submission.ts";

/** A lead as it waits for the store. Whoever was thanked for it knows its reference. */
export type SpooledLead = TakenLead & {
  key: string;
  ref: string;
  /** It waited in a copy that was restored. */
  isRestored?: boolean;
};

export type Spool = {
  /** How many wait, without those that could not be read last or were set apart: what comes now does not wait for them. Reads none: during an outage everybody asks for this. */
  count(): number;
  /** On disk when this returns, with its folder's entry; throws when it cannot be. One file for each submission key. */
  keep(lead: SpooledLead): SpooledLead;
  /** What waits, the oldest first, but for what was set apart within the last minute. What is no lead is set aside as `.bad`; what cannot be read now stays and is tried again. Both are reported. */
  list(): SpooledLead[];
  remove(lead: SpooledLead): void;
  /** False when it was removed or erased since it was listed. */
  has(lead: Pick<SpooledLead, "key">): boolean;
  /** Every file of a person, also those that cannot be read, and the leads in those that can be. */
  of(email: string): { leads: SpooledLead[]; erase(): void };
  /** Nothing waits for it any more: the store refuses it while it takes others. It is tried again all the same. */
  setApart(lead: SpooledLead): void;
  /** The names of files that were set aside or apart, or could not be read last. */
  setAside(): string[];
  /** When those came that wait and have one of these codes; of null, those whose sender is not known. */
  waitingFrom(senderCodes: string[] | null): string[];
  room(): Room;
  /** Throws when nothing can be kept. */
  tryOut(): void;
};

/** What the store refuses may keep it busy each time that it is tried. */
const apartMs = 60_000;

/** Where leads wait that the store could not take: a folder of files, which needs no database to be safe. */
export function openSpool(dataDir: string, report: (problem: string, cause: unknown) => void): Spool {
  const folder = join(dataDir, "spool");
  ownFolder(folder);
  // A folder that is not there holds nothing.
  const names = (ending: string) => (ifThere(() => readdirSync(folder)) ?? []).filter((name) => name.endsWith(ending));
  /** By the name of a file: each is read once for this, and a flood asks again and again. */
  let known = new Map<string, { code: string | null | undefined; at: string }>();
  /** Their rights are wrong, or the disk fails: a person can mend that. */
  const unreadable = new Set<string>();
  /** Since when. */
  const apart = new Map<string, number>();
  const fileOf = ({ key }: Pick<SpooledLead, "key">) => join(folder, `${key}.json`);

  return {
    count: () => names(".json").filter((name) => !unreadable.has(name) && !apart.has(name)).length,
    keep(lead) {
      makeAgain();
      const draft = join(folder, `${randomUUID()}.new`);
      try {
        writeToDisk(draft, JSON.stringify(lead));
        // Unlike a rename, a link does not replace what another request wrote under the same key.
        linkSync(draft, fileOf(lead));
        syncFolder(folder);
        return lead;
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
        return leadIn(readFileSync(fileOf(lead), "utf8"));
      } finally {
        rmSync(draft, { force: true });
      }
    },
    list() {
      const leads = names(".json").flatMap((name) => {
        if (performance.now() - (apart.get(name) ?? -apartMs) < apartMs) return [];
        const text = textNow(name);
        if (text === undefined) return [];
        try {
          return [leadIn(text)];
        } catch (cause) {
          if (!(cause instanceof SyntaxError)) throw cause;
          renameSync(join(folder, name), join(folder, `${name}.bad`));
          report(`spooled lead ${name} set aside`, "not JSON");
          return [];
        }
      });
      return leads.sort((a, b) => (a.at < b.at ? -1 : 1));
    },
    remove(lead) {
      rmSync(fileOf(lead), { force: true });
      apart.delete(`${lead.key}.json`);
    },
    has: (lead) => lstatSync(fileOf(lead), { throwIfNoEntry: false }) !== undefined,
    of(email) {
      const files = names("").flatMap((name) => {
        const text = textOf(join(folder, name));
        return text !== undefined && isOf(email, text) ? [{ name, text }] : [];
      });
      return {
        leads: files.flatMap(({ name, text }) => (name.endsWith(".json") ? parsed(text) : [])),
        erase() {
          for (const { name } of files) {
            rmSync(join(folder, name), { force: true });
            apart.delete(name);
          }
        },
      };
    },
    setApart({ key }) {
      const name = `${key}.json`;
      if (!apart.has(name)) report(`spooled lead ${name} not stored`, "the store takes others");
      apart.set(name, performance.now());
    },
    setAside: () => names("").filter((name) => name.endsWith(".bad") || unreadable.has(name) || apart.has(name)),
    waitingFrom(senderCodes) {
      const waiting = new Map(names(".json").map((name) => [name, known.get(name) ?? senderIn(name)]));
      known = waiting;
      return [...waiting.values()].flatMap(({ code, at }) =>
        (senderCodes ? senderCodes.some((each) => each === code) : code === null) ? [at] : [],
      );
    },
    room: () => roomIn(folder),
    tryOut() {
      makeAgain();
      const draft = join(folder, `${randomUUID()}.new`);
      try {
        writeToDisk(draft, "x".repeat(4_096));
      } finally {
        rmSync(draft, { force: true });
      }
    },
  };

  /** Somebody removed the folder, or moved all of DATA_DIR: what comes now is kept where the next start looks. */
  function makeAgain() {
    if (existsSync(folder)) return;
    ownFolder(folder);
    syncFolder(dataDir);
  }

  /** Undefined also of what cannot be read, which is said the first time. */
  function textNow(name: string): string | undefined {
    try {
      const text = textOf(join(folder, name));
      unreadable.delete(name);
      return text;
    } catch (cause) {
      if (!unreadable.has(name)) report(`spooled lead ${name} not read`, cause);
      unreadable.add(name);
      return undefined;
    }
  }

  function senderIn(name: string) {
    const text = textNow(name);
    const [lead] = text === undefined ? [] : parsed(text);
    // What cannot be read, and our own proof, was sent by nobody.
    return { code: lead?.submission.isProof ? undefined : lead?.submission.senderCode, at: lead?.at ?? "" };
  }
}

function writeToDisk(file: string, text: string) {
  const handle = openSync(file, "wx", 0o600);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function leadIn(text: string): SpooledLead {
  const lead = JSON.parse(text);
  if (typeof lead?.at !== "string") throw new SyntaxError("no lead");
  return lead;
}

/** Undefined when another process removed it since it was listed. */
function textOf(file: string): string | undefined {
  return ifThere(() => readFileSync(file, "utf8"));
}

/** Searches the text for `"email":"…"`: it finds the address in half a file, too, but not in another's message. */
function isOf(email: string, text: string): boolean {
  const typed = text.matchAll(/"email":"([^"\\]*)/g);
  return typed.some(([, address = ""]) => lookupAddress(cleanAddress(address)) === email);
}

function parsed(text: string): SpooledLead[] {
  try {
    return [JSON.parse(text)];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
