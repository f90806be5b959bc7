import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildMismatch } from "#lib/serve/site-folder/build-mismatch.ts";
import { readManifest } from "#lib/serve/site-folder/read-manifest.ts";
import type { Check } from "../finding.ts";

export const build: Check = async ({ env, siteFolder }) => {
  if (!existsSync(join(siteFolder, "site.json"))) {
    return { state: "wrong", seen: "there is no build to start", todo: "npm run build" };
  }
  const { builtFor } = readManifest(siteFolder);
  const differences = buildMismatch(builtFor, env);
  if (differences.length === 0) return { state: "ok", seen: `the next start takes one for ${builtFor.siteUrl}` };
  return { state: "wrong", seen: "the next start takes one for something else", todo: differences.join(" ") };
};
