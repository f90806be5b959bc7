import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { outliveOutput } from "#lib/outlive-output.ts";
import { holdRelease } from "#lib/release/hold-release.ts";

outliveOutput();

// The site from one release, in a process of its own.
const folder = process.env.RELEASE_FOLDER;
if (!folder) throw new Error("RELEASE_FOLDER is not set: start the site with server.ts, which sets it.");
holdRelease(folder);
// Before anything else is loaded: with what the last start compiled, the first page is answered after 0.5 s instead of 1.
enableCompileCache(join(folder, ".next/cache/node"));
const { startSite } = await import("./start-site.ts");
await startSite();
