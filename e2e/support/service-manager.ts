import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type ServiceManager = {
  /** What it and the services have written. */
  journal(): string;
  /** What a program says that root runs beside the services; throws when it fails. */
  run(...command: string[]): string;
  halt(): Promise<void>;
};

/** A number that no user of this machine has. */
export const serviceUser = 61_947;

/**
 * A systemd with our units and nothing else, in a container that has this machine's programs and network, and a `/etc` and
 * `/var` of its own. Undefined where there is none to be had, as for whoever is not root.
 */
export async function startServiceManager(project: string, scratch: string): Promise<ServiceManager | undefined> {
  const user = join(scratch, "sysusers.conf");
  writeFileSync(user, `u dreamcode ${serviceUser} "" /nonexistent /bin/sh\n`);
  const container = [
    ...["--quiet", "--register=no", "--keep-unit", "--console=read-only", "--directory=/", "--volatile=yes"],
    `--machine=dreamcode-${process.pid}`,
    `--bind=${project}:/srv/dreamcode`,
    `--bind-ro=${join(project, "deploy/systemd")}:/etc/systemd/system`,
    `--bind-ro=${user}:/etc/sysusers.d/dreamcode.conf`,
  ];
  if (spawnSync("systemd-nspawn", [...container, "true"]).status !== 0) return undefined;

  const boot = ["--boot", "systemd.unit=basic.target", "systemd.firstboot=no", "systemd.journald.forward_to_console=1"];
  const child = spawn("systemd-nspawn", [...container, ...boot], { stdio: ["ignore", "pipe", "pipe"] });
  const written: Buffer[] = [];
  for (const output of [child.stdout, child.stderr]) output.on("data", (chunk) => written.push(chunk));
  const ended = once(child, "close");
  const journal = () => Buffer.concat(written).toString();
  while (!/Reached target.*basic\.target/.test(journal())) {
    if ((await Promise.race([once(child.stdout, "data"), ended.then(() => "ended")])) === "ended")
      throw new Error(`systemd did not start:\n${journal()}`);
  }

  const { pid } = child;
  const [init = ""] = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ");
  const enter = ["--target", init, "--mount", "--uts", "--ipc", "--net", "--pid", "--cgroup"];
  return {
    journal,
    run(...command) {
      const { status, stdout, stderr } = spawnSync("nsenter", [...enter, ...command], { encoding: "utf8" });
      if (status !== 0) throw new Error(`${command.join(" ")}: ${stderr}${journal()}`);
      return stdout;
    },
    async halt() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
