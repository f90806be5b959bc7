import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SiteManifest } from "./site-manifest.ts";

/** What stands in a site folder. */
export function readManifest(folder: string): SiteManifest {
  return JSON.parse(readFileSync(join(folder, "site.json"), "utf8"));
}
