import { Resolver } from "node:dns/promises";
import { readEnv } from "#lib/env.ts";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { askSite, localOrigin } from "./ask-site.ts";
import type { Patient } from "./finding.ts";

/** An installation with a folder of its own; nothing runs and no name is known, unless the test says so. */
export function patientForTests(given: Record<string, string> = {}, changes: Partial<Patient> = {}): Patient {
  const env = readEnv({ PORT: "1", SITE_URL: "http://127.0.0.1:1", DATA_DIR: folderForTests(), ...given });
  const names = new Resolver({ timeout: 50, tries: 1 });
  names.setServers(["127.0.0.1:1"]);
  return {
    env,
    siteFolder: folderForTests(),
    names,
    selector: undefined,
    sendsTestMail: false,
    publicAnswer: askSite(env.siteUrl),
    localAnswer: askSite(localOrigin(env)),
    ...changes,
  };
}
