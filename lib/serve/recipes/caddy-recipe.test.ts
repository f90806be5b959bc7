import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { caddyRecipe } from "./caddy-recipe.ts";
import { findWebServer } from "./find-web-server.ts";

const caddy = findWebServer("caddy") ?? "";
const place = { folder: "/site", upstream: "http://127.0.0.1:3000", isStaging: false };

test.skipIf(!caddy).each([
  ["https://www.dreamcode.example", undefined, ":443", [{ host: ["www.dreamcode.example"] }]],
  ["https://www.dreamcode.example:8443", undefined, ":8443", [{ host: ["www.dreamcode.example"] }]],
  ["https://www.dreamcode.example", 80, ":80", undefined],
])(
  "for %s and the port %s caddy listens on %s, under the site's name unless a port is named",
  (siteUrl, listen, port, names) => {
    const builtFor = { siteUrl, isStaging: false };
    const manifest = { files: [], dynamic: [], script: "", builtFor };
    const recipe = caddyRecipe(manifest, { ...place, siteUrl, listen });
    const file = join(folderForTests(), "Caddyfile");
    writeFileSync(file, recipe);
    const read = execFileSync(caddy, ["adapt", "--adapter", "caddyfile", "--config", file], { stdio: "pipe" });
    const server = JSON.parse(read.toString()).apps.http.servers.srv0;
    expect(server.listen).toEqual([port]);
    expect(server.routes[0].match).toEqual(names);
  },
);
