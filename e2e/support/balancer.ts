import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findWebServer } from "#lib/serve/recipes/find-web-server.ts";
import { nginxArgs } from "#lib/serve/recipes/nginx-args.ts";
import { accepts } from "../../scripts/accepts.ts";
import { runNpm } from "./run-npm.ts";

export type Balancer = { remove(): Promise<void> };

export function hasBalancer(): boolean {
  return findWebServer("nginx") !== undefined;
}

/** nginx on the first of several machines, as `npm run nginx` writes it there, with all sites as deploy/nginx.conf names them. */
export async function startBalancer(siteUrl: string, project: string, sites: string[]): Promise<Balancer> {
  const { port } = new URL(siteUrl);
  const recipe = runNpm("nginx", project, { SITE_URL: siteUrl }, [], ["--silent", "--", "--listen", port]);
  if ((await recipe.ended) !== 0) throw new Error(recipe.log());
  const [line = ""] = /^ *server 127.*$/m.exec(readFileSync("deploy/nginx.conf", "utf8")) ?? [];
  const servers = sites.map((site) => line.replace("127.0.0.1:3000", new URL(site).host));
  const folder = await mkdtemp(join(tmpdir(), "dreamcode-nginx-"));
  const args = nginxArgs(folder, recipe.log().replace(/^ *server 127.*$/m, servers.join("\n")));
  const child = spawn(findWebServer("nginx") ?? "", args, { stdio: "ignore" });
  const end = () => child.kill("SIGTERM");
  process.once("exit", end);
  while (!(await accepts(Number(port)))) {
    if (child.exitCode !== null) throw new Error("nginx did not start");
    await wait(20);
  }
  return {
    async remove() {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
      process.removeListener("exit", end);
      await rm(folder, { recursive: true });
    },
  };
}
