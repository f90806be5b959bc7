import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { StorePlace } from "#lib/leads/store/lead-store.ts";
import { storeEnv } from "#lib/leads/store/place-for-tests.ts";

const execute = promisify(execFile);

/** Runs `npm run leads` over the store, as a process of its own. */
export async function leadsCommand(args: string[], place: StorePlace, env: Record<string, string> = {}) {
  try {
    const run = await execute(process.execPath, ["lib/leads/cli/cli.ts", ...args], {
      env: { ...process.env, ...env, ...storeEnv(place) },
    });
    return { exitCode: 0, ...run };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { exitCode: code, stdout, stderr };
  }
}
