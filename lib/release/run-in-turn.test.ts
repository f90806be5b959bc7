import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { basename, join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../../scripts/free-port.ts";
import { processTree } from "../../scripts/process-tree.ts";
import { beginRelease } from "./begin-release.ts";
import { completeRelease } from "./complete-release.ts";
import { handOver } from "./hand-over.ts";
import { projectForTests } from "./project-for-tests.ts";
import { readMarks } from "./runner-mark.ts";

const launcher = resolve("lib/release/run-published.ts");

test("what is published takes over the port: nobody is refused, and a connection that rests is answered once more", async () => {
  const { url, publish } = await site();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  expect(await ask(url, agent)).toEqual({ release: "1", connection: "keep-alive" });

  let isOver = false;
  const readers = Array.from({ length: 4 }, async () => {
    const seen: string[] = [];
    while (!isOver) seen.push((await ask(url)).release);
    return seen;
  });
  expect(await publish("2")).toEqual({ runners: 1, refusals: [] });
  expect(await ask(url)).toMatchObject({ release: "2" });
  isOver = true;
  expect(new Set((await Promise.all(readers)).flat())).toEqual(new Set(["1", "2"]));
  expect(await ask(url, agent)).toEqual({ release: "1", connection: "close" });
  expect(await ask(url, agent)).toEqual({ release: "2", connection: "keep-alive" });
});

test("fifty publications in a row refuse nobody, and leave as much memory and as many processes as one", async () => {
  const { url, publish, pids, child } = await site();
  const failures: string[] = [];
  let [answers, isOver] = [0, false];
  const readers = Array.from({ length: 2 }, async () => {
    for (; !isOver; answers += 1) await ask(url).catch((cause) => failures.push(String(cause)));
  });
  let rest = 0;
  for (let number = 2; number <= 51; number++) {
    expect(await publish(String(number))).toEqual({ runners: 1, refusals: [] });
    if (number === 6) rest = processTree(child.pid ?? 0).bytes;
  }
  isOver = true;
  await Promise.all(readers);
  expect(failures).toEqual([]);
  expect(answers).toBeGreaterThan(1000);
  expect(await ask(url)).toMatchObject({ release: "51" });
  await expect.poll(() => pids().length).toBe(1);
  expect(processTree(child.pid ?? 0).bytes / rest).toBeLessThan(1.3);
}, 180_000);

test("the process before ends as soon as it has answered what it was asked", async () => {
  const { url, publish, pids } = await site();
  const [before] = pids();
  const slow = ask(`${url}/slow`);
  await publish("2");
  expect(pids()).toContain(before);
  expect(await slow).toMatchObject({ release: "1" });
  await expect.poll(pids).not.toContain(before);
  expect(pids()).toHaveLength(1);
});

test.each([
  ["throw new Error('broken')", "it ended with exit code 1; its log says why"],
  ["process.send({ refusal: 'DATA_DIR is full' }); setInterval(() => {}, 1000);", "DATA_DIR is full"],
  [null, "release 2 has no lib/serves.ts"],
])("one that cannot start (%s) is refused with its reason, and what ran goes on", async (code, reason) => {
  const { url, publish, project } = await site();
  const { runners, refusals } = await publish("2", code);
  expect({ runners, refusals }).toEqual({
    runners: 1,
    refusals: [expect.stringMatching(new RegExp(`^lib/serves.ts \\(process \\d+\\) could not go over: ${reason}$`))],
  });
  expect(await ask(url)).toMatchObject({ release: "1" });
  expect(readMarks(join(project, ".releases"))).toMatchObject([{ release: "1" }]);
  expect(await publish("3")).toEqual({ runners: 1, refusals: [] });
  expect(await ask(url)).toMatchObject({ release: "3" });
});

test("once it is said that a release runs, nobody new is answered by the one before, however slowly that leaves", async () => {
  const { url, publish } = await site();
  await publish("2", serves.replace("(resolve, 0)", "(resolve, 1000)"));
  await publish("3");
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(url)));
  expect(new Set(answers.map(({ release }) => release))).toEqual(new Set(["3"]));
});

test("however often something is published in a row, three processes run at the most", async () => {
  const { url, publish, pids } = await site();
  const resting = Array.from({ length: 5 }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  for (const [index, agent] of resting.entries()) {
    await ask(url, agent);
    await publish(String(index + 2));
    await expect.poll(() => pids().length).toBeLessThanOrEqual(3);
  }
  expect(await ask(url)).toMatchObject({ release: "6" });
});

test("it ends with all that it started, and with the code of what did the work", async () => {
  const { child, pids, project, publish } = await site();
  await publish("2");
  const started = pids();
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([7, null]);
  expect(started.filter(isThere)).toEqual([]);
  expect(readMarks(join(project, ".releases"))).toEqual([]);
});

test("when the process that does the work dies, another is started; when that one dies within a minute, it ends as well", async () => {
  const { child, pids, url, publish } = await site();
  const [pid = 0] = pids();
  process.kill(pid, "SIGKILL");
  await expect.poll(() => pids().filter((other) => other !== pid)).toHaveLength(1);
  await expect.poll(() => ask(url).catch(() => undefined)).toMatchObject({ release: "1" });
  expect(await publish("2")).toEqual({ runners: 1, refusals: [] });
  expect(await ask(url)).toMatchObject({ release: "2" });
  // The one before may still be on its way out.
  await expect.poll(() => pids().length).toBe(1);
  process.kill(pids()[0] ?? 0, "SIGKILL");
  expect(await once(child, "exit")).toEqual([1, null]);
});

test("when it ends because that died twice, it ends at once, also while one before waits for a connection that rests", async () => {
  const { child, pids, url, publish } = await site();
  await ask(url, new Agent({ keepAlive: true, maxSockets: 1 }));
  const [leaving = 0] = pids();
  await publish("2");
  const working = () => pids().filter((pid) => pid !== leaving);
  const [pid = 0] = working();
  process.kill(pid, "SIGKILL");
  await expect.poll(() => working().filter((other) => other !== pid)).toHaveLength(1);
  await expect.poll(() => ask(url).catch(() => undefined)).toMatchObject({ release: "2" });
  expect(pids()).toContain(leaving);
  process.kill(working()[0] ?? 0, "SIGKILL");
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(isThere(leaving)).toBe(false);
});

test("one that is killed leaves nothing running", async () => {
  const { child, pids } = await site();
  const [pid = 0] = pids();
  child.kill("SIGKILL");
  await expect.poll(() => isThere(pid)).toBe(false);
});

/** A program that serves, each release its own number, and what runs it. */
async function site() {
  const project = projectForTests({ "lib/serves.ts": serves });
  const releases = join(project, ".releases");
  await completeRelease(await beginRelease(project), project);
  const port = String(await freePort());
  const child = spawn(process.execPath, [launcher, "lib/serves.ts"], {
    cwd: project,
    env: { ...process.env, PORT: port },
    stdio: ["ignore", "ignore", "ignore"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await expect.poll(() => readMarks(releases)).toHaveLength(1);
  return {
    project,
    child,
    url: `http://127.0.0.1:${port}`,
    pids: () => childrenOf(child),
    async publish(number: string, code: string | null = serves) {
      const before = join(releases, readMarks(releases)[0]?.release ?? "");
      const release = await completeRelease(await beginRelease(project), project);
      expect(basename(release)).toBe(number);
      const file = join(release, "lib/serves.ts");
      rmSync(file);
      if (code) writeFileSync(file, code);
      return handOver(release, before);
    },
  };
}

const serves = `
import { createServer } from "node:http";
import { basename } from "node:path";
import { Server } from "node:net";
const release = basename(process.env.RELEASE_FOLDER);
const server = createServer((request, response) => {
  setTimeout(() => response.end(release), request.url === "/slow" ? 5000 : 0);
});
server.keepAliveTimeout = 30_000;
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send({ isReady: true }));
process.on("SIGTERM", () => process.exit(7));
process.on("message", async (word) => {
  if (word !== "leave") return;
  await new Promise((resolve) => setTimeout(resolve, 0));
  server.prependListener("request", (_, response) => response.setHeader("connection", "close"));
  server.once("close", () => process.exit(0));
  Server.prototype.close.call(server);
  process.send({ isLeaving: true });
});
`;

function ask(url: string, agent = new Agent()): Promise<{ release: string; connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, async (response) => {
      let release = "";
      for await (const chunk of response) release += chunk;
      resolve({ release, connection: response.headers.connection });
    }).on("error", reject);
  });
}

function childrenOf({ pid }: ChildProcess): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  return existsSync(file) ? readFileSync(file, "utf8").trim().split(" ").filter(Boolean).map(Number) : [];
}

function isThere(pid: number): boolean {
  return existsSync(`/proc/${pid}`);
}
