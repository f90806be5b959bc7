import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import type { PrivatePostgres } from "./private-postgres.ts";
import { betweenOnPage, runOnPage } from "./production-page.ts";

const program = "/usr/sbin/pgbouncer";

/** `session` as docs/production.md has it; `transaction` gives a session to somebody else after each of these. */
export type PoolMode = "session" | "transaction";

type Pooler = { url: string; remove(): Promise<void> };

export function hasPooler(): boolean {
  return existsSync(program);
}

/** A pgbouncer before the database, both made as docs/production.md says, but for addresses and folders. */
export async function startPooler({ url }: PrivatePostgres, mode: PoolMode): Promise<Pooler> {
  await runOnPage("CREATE ROLE dreamcode", url);
  const folder = await mkdtemp(join(tmpdir(), "dreamcode-pooler-"));
  const port = await freePort();
  const settings = betweenOnPage("/etc/pgbouncer/pgbouncer.ini <<'END'\n", "END\n")
    .replace("port=5432", `port=${new URL(url).port}`)
    .replace("10.0.0.3", "127.0.0.1")
    .replace("6432", `${port}`)
    .replace("pool_mode = session", `pool_mode = ${mode}`)
    .replace("default_pool_size = 60", `default_pool_size = ${mode === "session" ? 60 : 20}`)
    .replaceAll(/\/(etc\/pgbouncer|run\/postgresql|var\/log\/postgresql)/g, folder);
  writeFileSync(join(folder, "pgbouncer.ini"), settings);
  writeFileSync(join(folder, "userlist.txt"), betweenOnPage("echo '", "' > /etc/pgbouncer/userlist.txt"));
  // It does not run as root, and as root is how containers run.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) spawnSync("chown", ["--recursive", "postgres", folder]);
  const child = spawn(program, [...(isRoot ? ["-u", "postgres"] : []), join(folder, "pgbouncer.ini")], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  let log = "";
  while (!log.includes("process up")) {
    const [more] = await Promise.race([once(child.stderr, "data"), once(child, "exit")]);
    log += more;
    if (child.exitCode !== null) throw new Error(`pgbouncer did not start:\n${log}`);
  }
  child.stderr.resume();
  return {
    url: `postgres://dreamcode:a-long-password@127.0.0.1:${port}/dreamcode`,
    async remove() {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      process.removeListener("exit", end);
      await rm(folder, { recursive: true });
    },
  };
}
