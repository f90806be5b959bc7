import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { readEnvOrExit } from "#lib/env.ts";
import { keptByNpm } from "#lib/kept-by-npm.ts";
import { parseOptions } from "#lib/parse-options.ts";
import { releaseFolder } from "#lib/release/release-folder.ts";
import { siteFolder } from "#lib/serve/site-folder/site-manifest.ts";
import { nginxBody } from "./nginx-body.ts";
import { nginxRecipe } from "./nginx-recipe.ts";

const { listen, body } = readArguments(process.argv.slice(2));
const { siteUrl, isStaging, port } = readEnvOrExit();
if (!existsSync(`${siteFolder}/site.json`)) {
  console.error("There is no build yet: run `npm run build` first.");
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(`${siteFolder}/site.json`, "utf8"));
// The web server reads the release that the site was started with, whichever that is.
const folder = join(dirname(releaseFolder), "served", relative(releaseFolder, siteFolder));
const here = `127.0.0.1:${port}`;
const place = { folder, siteUrl, isStaging, upstream: `http://${here}`, viewsTo: here };
process.stdout.write(body ? nginxBody(manifest, place) : nginxRecipe(manifest, { ...place, listen }));

/** What is no port, or not understood, ends the process with 2: else it would stand in the recipe, or be left out of it. */
function readArguments(args: string[]): { listen: number; body: boolean } {
  const options = { listen: { type: "string" }, body: { type: "boolean" } } as const;
  const kept = keptByNpm(Object.keys(options));
  if (kept.length > 0) {
    console.error(`npm kept ${kept.join(" and ")} for itself: put -- before it.`);
    process.exit(2);
  }
  const values = parseOptions(args, options);
  if (typeof values === "string" || (values.body && values.listen !== undefined)) {
    console.error("Usage: npm run nginx -- --listen 80, or --body for what stands in a server block of your own");
  } else {
    const { listen = "80", body = false } = values;
    const port = Number(listen);
    if (Number.isInteger(port) && port > 0 && port < 65_536) return { listen: port, body };
    console.error(`--listen is ${listen}: write the number of a port, as in --listen 80.`);
  }
  process.exit(2);
}
