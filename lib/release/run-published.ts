// `node lib/release/run-published.ts FILE` runs FILE as it was when the site was built, and goes over to each release that
// is published; before the first build it runs as it is.

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { endOnError } from "#lib/end-on-error.ts";
import { outliveOutput } from "#lib/outlive-output.ts";
import { runInTurn } from "./run-in-turn.ts";

outliveOutput();
endOnError();
const [file = ""] = process.argv.splice(2, 1);
await runInTurn(file);
await import(pathToFileURL(resolve(file)).href);
