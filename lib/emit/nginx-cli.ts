import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readEnv } from "#lib/env.ts";
import { siteFolder } from "#lib/front/site-manifest.ts";
import { nginxRecipe } from "./nginx-recipe.ts";

const { listen } = parseArgs({ options: { listen: { type: "string", default: "80" } } }).values;
const { siteUrl, isStaging, port } = readEnv();
const manifest = JSON.parse(readFileSync(`${siteFolder}/site.json`, "utf8"));
const place = {
  folder: resolve(siteFolder),
  listen: Number(listen),
  siteUrl,
  isStaging,
  upstream: `http://127.0.0.1:${port}`,
};
process.stdout.write(nginxRecipe(manifest, place));
