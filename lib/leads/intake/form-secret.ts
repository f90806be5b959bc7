import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The secret that is kept in the folder, made when there is none. Of several processes that start at once, one makes it. */
export function formSecret(dataDir: string): string {
  const file = join(dataDir, "form-secret");
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }

  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // Written whole before it has its name, so that nobody reads half of it.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, "utf8");
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
