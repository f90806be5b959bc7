import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readEnv } from "#lib/env.ts";
import { siteFolder } from "#lib/front/site-manifest.ts";
import { caddyRecipe } from "./caddy-recipe.ts";
import { nginxRecipe } from "./nginx-recipe.ts";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { listen: { type: "string" } } });
const listen = values.listen === undefined ? undefined : Number(values.listen);
if (listen !== undefined && !(Number.isInteger(listen) && listen > 0 && listen < 65_536)) {
  console.error(`--listen is ${values.listen}: write the number of a port, as in --listen 80.`);
  process.exit(2);
}
const { siteUrl, isStaging, port } = readEnv();
const manifest = JSON.parse(readFileSync(`${siteFolder}/site.json`, "utf8"));
const place = { folder: resolve(siteFolder), siteUrl, isStaging, upstream: `http://127.0.0.1:${port}` };
process.stdout.write(
  positionals[0] === "caddy"
    ? caddyRecipe(manifest, { ...place, listen })
    : nginxRecipe(manifest, { ...place, listen: listen ?? 80 }),
);
