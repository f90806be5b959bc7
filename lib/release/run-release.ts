// `node lib/release/run-release.ts FILE [arguments]` runs FILE as it was when the site was built, with the content of then;
// before the first build, as it is.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { takeRelease } from "./take-release.ts";

const [file = ""] = process.argv.splice(2, 1);
await import(pathToFileURL(resolve(takeRelease() ?? "", file)).href);
