import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ifThere } from "#lib/if-there.ts";

/** The secret that is kept in the folder, made when there is none. Of several processes that start at once, one makes it. */
export function formSecret(dataDir: string): string {
  const file = join(dataDir, "form-secret");
  const kept = ifThere(() => readFileSync(file, "utf8"));
  if (kept !== undefined) return kept;

  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // Written whole before it has its name, so that nobody reads half of it.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, "utf8");
}
