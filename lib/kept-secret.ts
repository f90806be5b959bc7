import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ifThere } from "#lib/if-there.ts";

/** The secret that is kept in a file, made when there is none. Of several processes that start at once, one makes it. */
export function keptSecret(file: string): string {
  const kept = ifThere(() => readFileSync(file, "utf8"));
  if (kept) return kept;
  // Nobody may take nothing for a secret: whoever knows that could sign what we sign.
  if (kept === "") rmSync(file);

  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Written whole before it has its name, so that nobody reads half of it.
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600, flush: true });
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8");
}
