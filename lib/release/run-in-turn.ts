import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readEnvOrExit } from "#lib/env.ts";
import { logLine } from "#lib/log-line.ts";
import { onStop } from "#lib/on-stop.ts";
import { heldPort, leave, type Word } from "./handover.ts";
import { readNotice } from "./publication-notice.ts";
import { currentRelease, releasesFolder } from "./releases.ts";
import { type RunnerMark, removeMark, writeMark } from "./runner-mark.ts";
import { writeIfAllowed } from "./write-if-allowed.ts";

const lookMs = 200;
const startMs = 60_000;
const soonMs = 60_000;
const leaveMs = 5_000;
/** Whether systemd holds the port, and hands it over as its first file beyond the usual three: sd_listen_fds(3). */
const isPortHeld = process.env.LISTEN_PID === String(process.pid) && process.env.LISTEN_FDS === "1";
const firstFd = 3;
/** Behind a proxy a process may wait two minutes for connections that rest; many publications must not fill the memory. */
const mostLeaving = 2;

/**
 * Runs a file of the newest release in a process of its own, and goes over to each release that is published: its process
 * starts beside the one before, which is asked to leave once the new one is ready. The port is this process's, so nobody
 * is refused in between. One that cannot start leaves everything as it is. One that breaks, or is killed where memory is
 * short, is started again, once a minute at the most. Returns only when there is no build.
 */
export async function runInTurn(entry: string) {
  const first = currentRelease();
  if (!first) return;
  // The processes take connections by themselves: this one only holds the port.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  let notice = readNotice()?.id;
  let isStopping = false;
  const { siteUrl } = readEnvOrExit();
  const leaving: Worker[] = [];

  onStop((asker) => {
    isStopping = true;
    // Whoever wonders why it is down has nothing else: it ends in order, and with 0.
    logLine("info", "asked to stop", { reason: asker });
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill("SIGTERM");
    if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(0);
  });
  let release = first;
  let running = begin(release);
  // Where it cannot, it has said why itself.
  if ((await refusalOf(running)) !== undefined) return endWith(running);
  say();
  process.on("exit", () => removeMark(process.pid));

  let brokeAt = Number.NEGATIVE_INFINITY;
  while (true) {
    await wait(lookMs);
    if (running.isDead()) {
      const { exitCode, signalCode } = running.process;
      if (isStopping || exitCode === 0) return endWith(running);
      const end = `${entry} (process ${running.process.pid}) ended with ${signalCode ?? `exit code ${exitCode}`}`;
      if (isPortHeld) {
        // Node has closed it with the last process that had it. Whoever holds it hands it over anew.
        console.error(`${end}.`);
        return endWith(running);
      }
      if (performance.now() - brokeAt < soonMs) {
        console.error(`${end}, twice within a minute.`);
        return endWith(running);
      }
      console.error(`${end}, and is started again.`);
      brokeAt = performance.now();
      running = begin(release);
      if ((await refusalOf(running)) !== undefined) return endWith(running);
    }
    const next = readNotice();
    if (!next || next.id === notice || isStopping) continue;
    notice = next.id;
    await goOver(join(releasesFolder, next.release));
  }

  async function goOver(to: string) {
    if (to === release) return say();
    if (!existsSync(join(to, entry))) return say(`release ${basename(to)} has no ${entry}`);
    const successor = begin(to);
    const refusal = await refusalOf(successor);
    if (refusal !== undefined) {
      successor.process.kill("SIGKILL");
      return say(refusal);
    }
    leaving.push(running);
    await askToLeave(running);
    while (leaving.length > mostLeaving) leaving.shift()?.process.kill("SIGTERM");
    running = successor;
    release = to;
    say();
  }

  function begin(folder: string): Worker {
    cluster.setupPrimary({ exec: join(folder, entry), args: process.argv.slice(2) });
    const worker = cluster.fork({ RELEASE_FOLDER: folder, [heldPort]: isPortHeld ? firstFd : "" });
    worker.once("exit", () => {
      if (leaving.includes(worker)) leaving.splice(leaving.indexOf(worker), 1);
    });
    return worker;
  }

  function say(refusal?: string) {
    const mark: RunnerMark = { pid: process.pid, entry, siteUrl, release: basename(release), notice, refusal };
    writeIfAllowed(() => writeMark(mark));
  }
}

/** Whoever asks once this is done is answered by the process that follows. */
async function askToLeave(worker: Worker) {
  if (!worker.isConnected()) return;
  const patience = AbortSignal.timeout(leaveMs);
  const left = Promise.race(["message", "exit"].map((event) => once(worker, event, { signal: patience })));
  worker.send(leave);
  // One that is busy for so long goes on to answer what it has taken.
  await left.catch(() => undefined);
}

/** Undefined as soon as a process does its work; why it does not otherwise. */
async function refusalOf(worker: Worker): Promise<string | undefined> {
  const tooLate = AbortSignal.timeout(startMs);
  const said = once(worker, "message", { signal: tooLate }).then(([word]) => word as Word);
  const ended = once(worker, "exit", { signal: tooLate }).then(([code, signal]): Word => {
    return { refusal: `it ended with ${signal ?? `exit code ${code}`}; its log says why` };
  });
  const late = (): Word => ({ refusal: `it was not ready after ${startMs / 1000} seconds` });
  const word = await Promise.race([said, ended]).catch(late);
  for (const promise of [said, ended]) promise.catch(late);
  return "refusal" in word ? word.refusal : undefined;
}

/** Ends as the process did that did the work, once all have ended. One that leaves takes minutes, and nobody would take what comes meanwhile. */
async function endWith(running: Worker) {
  const all = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  const living = all.filter((worker) => !worker.isDead());
  for (const worker of living) worker.process.kill("SIGTERM");
  await Promise.all(living.map((worker) => once(worker, "exit")));
  process.exit(running.process.exitCode ?? 1);
}
