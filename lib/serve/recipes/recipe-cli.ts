import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { readEnvOrExit } from "#lib/env.ts";
import { parseOptions } from "#lib/parse-options.ts";
import { releaseFolder } from "#lib/release/release-folder.ts";
import { siteFolder } from "#lib/serve/site-folder/site-manifest.ts";
import { nginxRecipe } from "./nginx-recipe.ts";

const listen = readListen(process.argv.slice(2));
const { siteUrl, isStaging, port } = readEnvOrExit();
if (!existsSync(`${siteFolder}/site.json`)) {
  console.error("There is no build yet: run `npm run build` first.");
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(`${siteFolder}/site.json`, "utf8"));
// The web server reads the release that the site was started with, whichever that is.
const folder = join(dirname(releaseFolder), "served", relative(releaseFolder, siteFolder));
const place = { folder, siteUrl, isStaging, upstream: `http://127.0.0.1:${port}` };
process.stdout.write(nginxRecipe(manifest, { ...place, listen: listen ?? 80 }));

/** What is no port, or not understood, ends the process with 2: else it would stand in the recipe, or be left out of it. */
function readListen(args: string[]): number | undefined {
  const values = parseOptions(args, { listen: { type: "string" } });
  if (typeof values === "string") console.error("Usage: npm run nginx -- --listen 80");
  else {
    if (values.listen === undefined) return undefined;
    const port = Number(values.listen);
    if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
    console.error(`--listen is ${values.listen}: write the number of a port, as in --listen 80.`);
  }
  process.exit(2);
}
