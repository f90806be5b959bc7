import { spawn } from "node:child_process";
import { once } from "node:events";

export type NpmRun = {
  pid: number;
  /** What it and all that it started have written. */
  log(): string;
  /** Resolves once the log has this in it; fails when everything has ended without. */
  said(what: string | RegExp): Promise<void>;
  /** The exit code, or the signal, once all that it started has ended too: nothing holds its output any more. */
  ended: Promise<number | string | null>;
  /** Ends it, and all that it started, as a power cut does. */
  kill(): void;
};

/** `npm run NAME` as somebody types it, in a group of processes of its own; `within` is a program that starts it. */
export function runNpm(
  name: string,
  cwd: string,
  env: Record<string, string>,
  within: string[] = [],
  options: string[] = [],
): NpmRun {
  const { PATH = "", HOME = "" } = process.env;
  const [program = "npm", ...args] = [...within, "npm", "run", name, ...options];
  const child = spawn(program, args, {
    cwd,
    env: { PATH, HOME, NEXT_TELEMETRY_DISABLED: "1", ...env } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const pid = child.pid ?? 0;
  const written: Buffer[] = [];
  for (const output of [child.stdout, child.stderr]) output.on("data", (chunk) => written.push(chunk));
  const log = () => Buffer.concat(written).toString();
  const ended = once(child, "close").then(([code, signal]) => code ?? signal);

  const kill = () => {
    try {
      process.kill(-pid, "SIGKILL");
    } catch (cause) {
      // Nothing of it is left.
      if ((cause as NodeJS.ErrnoException).code !== "ESRCH") throw cause;
    }
  };
  process.once("exit", kill);
  void ended.then(() => process.removeListener("exit", kill));

  async function said(what: string | RegExp) {
    while (!log().match(what)) {
      const more = Promise.race([once(child.stdout, "data"), once(child.stderr, "data"), ended.then(() => "ended")]);
      if ((await more) === "ended" && !log().match(what)) throw new Error(`npm run ${name} ended:\n${log()}`);
    }
  }
  return { pid, log, said, ended, kill };
}
