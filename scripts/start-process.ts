import { spawn } from "node:child_process";
import { constants } from "node:os";

export type RunningProcess = {
  /** 0 when it did not start. */
  pid: number;
  /** As a shell would give it: 128 and the signal's number after a signal. */
  exitCode: Promise<number>;
  /** What it has printed so far, if it runs quietly. */
  output(): string;
};

type Options = {
  env: NodeJS.ProcessEnv;
  /** Asks the process to end, and ends it 5 seconds later. */
  stop: AbortSignal;
  quiet?: boolean;
  /** The folder it runs in, if not ours. */
  cwd?: string;
};

const patienceMs = 5000;

/** Starts a program itself, without a shell or npm between: those would leave it behind when they are stopped. */
export function startProcess(
  command: string,
  args: string[],
  { env, stop, quiet = false, cwd }: Options,
): RunningProcess {
  const stdio = quiet ? "pipe" : "inherit";
  const child = spawn(command, args, { env, cwd, stdio: ["ignore", stdio, stdio] });

  const printed: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => printed.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => printed.push(chunk));

  const end = () => {
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), patienceMs).unref();
  };
  if (stop.aborted) end();
  stop.addEventListener("abort", end);

  const exitCode = new Promise<number>((done, fail) => {
    child.once("error", fail);
    child.once("close", (code, signal) => {
      stop.removeEventListener("abort", end);
      done(signal ? 128 + constants.signals[signal] : (code ?? 1));
    });
  });
  return { pid: child.pid ?? 0, exitCode, output: () => Buffer.concat(printed).toString("utf8") };
}
