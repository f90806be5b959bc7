// `node lib/release/run-release.ts FILE [arguments]` runs FILE as it was when the site was built, with the content of then;
// before the first build, as it is.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { holdRelease } from "./hold-release.ts";
import { currentRelease } from "./releases.ts";

const [file = ""] = process.argv.splice(2, 1);
const release = currentRelease();
if (release) holdRelease(release);
await import(pathToFileURL(resolve(release ?? "", file)).href);
