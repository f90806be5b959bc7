import { type ChildProcess, spawn } from "node:child_process";
import { onTestFinished } from "vitest";
import type { StorePlace } from "#lib/leads/store/lead-store.ts";
import { storeEnv } from "#lib/leads/store/place-for-tests.ts";

/** `npm run worker` over the store, as a process of its own that ends with the test. */
export function workerProcess(smtpUrl: string, place: StorePlace, env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, ["lib/leads/watch/worker-process.ts"], {
    env: {
      ...process.env,
      SMTP_URL: smtpUrl,
      ...storeEnv(place),
      MAIL_FROM: "hello@dreamcode.test",
      LEADS_TO: "sales@dreamcode.test",
      ...env,
    },
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return child;
}
