import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** A share image by its address on the site. */
export function readShareImage(address: string): { type: string; bytes: Uint8Array } | undefined {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), "public/share", path.basename(address));
  return existsSync(file) ? { type: "image/png", bytes: readFileSync(file) } : undefined;
}
