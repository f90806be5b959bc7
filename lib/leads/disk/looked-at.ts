import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const lookedAtName = "looked-at";

/** Whether anybody ever ran `npm run doctor` here. */
export function wasLookedAt(dataDir: string): boolean {
  return existsSync(markIn(dataDir));
}

/** Only where there is a folder: one that is made here would belong to whoever runs the command. */
export function markLookedAt(dataDir: string) {
  if (existsSync(dataDir)) writeFileSync(markIn(dataDir), `${new Date().toISOString()}\n`, { mode: 0o600 });
}

function markIn(dataDir: string): string {
  return join(dataDir, lookedAtName);
}
