import { randomUUID } from "node:crypto";
import {
  closeSync,
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
import { cleanAddress } from "./email-address.ts";
import type { TakenLead } from "./lead-submission.ts";
import { lookupAddress } from "./lookup-address.ts";
import { ownFolder } from "./own-folder.ts";

/** A lead as it waits for the store. Whoever was thanked for it knows its reference. */
export type SpooledLead = TakenLead & { key: string; ref: string };

export type Spool = {
  isEmpty(): boolean;
  /** On disk when this returns, with its folder's entry; throws when it cannot be. One file for each submission key. */
  keep(lead: SpooledLead): SpooledLead;
  /** What waits, the oldest first. A file that cannot be read is set aside as `.bad`, and reported. */
  list(): SpooledLead[];
  remove(lead: SpooledLead): void;
  /** False when it was removed or erased since it was listed. */
  has(lead: SpooledLead): boolean;
  /** Removes every file of a person, also those that cannot be read, and gives the leads that could be. */
  erase(email: string): SpooledLead[];
  /** The addresses of files that were set aside. */
  setAside(): string[];
};

/** Where leads wait that the store could not take: a folder of files, which needs no database to be safe. */
export function openSpool(dataDir: string, report: (problem: string, cause: unknown) => void): Spool {
  const folder = join(dataDir, "spool");
  ownFolder(folder);
  const names = (ending: string) => readdirSync(folder).filter((name) => name.endsWith(ending));
  const fileOf = ({ key }: SpooledLead) => join(folder, `${key}.json`);

  return {
    isEmpty() {
      try {
        return names(".json").length === 0;
      } catch (error) {
        // Somebody removed the folder: nothing waits in it, and the store may be well.
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return true;
        throw error;
      }
    },
    keep(lead) {
      const draft = join(folder, `${randomUUID()}.new`);
      try {
        writeToDisk(draft, JSON.stringify(lead));
        // Unlike a rename, a link does not replace what another request wrote under the same key.
        linkSync(draft, fileOf(lead));
        syncFolder(folder);
        return lead;
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
        return read(fileOf(lead));
      } finally {
        rmSync(draft, { force: true });
      }
    },
    list() {
      const leads = names(".json").flatMap((name) => {
        try {
          return [read(join(folder, name))];
        } catch (cause) {
          renameSync(join(folder, name), join(folder, `${name}.bad`));
          report(`spooled lead ${name} set aside`, cause instanceof SyntaxError ? "not JSON" : cause);
          return [];
        }
      });
      return leads.sort((a, b) => (a.at < b.at ? -1 : 1));
    },
    remove: (lead) => rmSync(fileOf(lead), { force: true }),
    has: (lead) => lstatSync(fileOf(lead), { throwIfNoEntry: false }) !== undefined,
    erase(email) {
      return names("").flatMap((name) => {
        const file = join(folder, name);
        const text = textOf(file);
        if (text === undefined || !isOf(email, text)) return [];
        rmSync(file, { force: true });
        return name.endsWith(".json") ? parsed(text) : [];
      });
    },
    setAside: () => names(".bad"),
  };
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

function syncFolder(folder: string) {
  // Windows opens no folder, and keeps its entries by itself.
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function read(file: string): SpooledLead {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Undefined when another process removed it since it was listed. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
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
