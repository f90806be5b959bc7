import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { folderForTests } from "#lib/folder-for-tests.ts";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
const read = (name: string) => readFileSync(`deploy/${name}`, "utf8");

test("with every recipe the site is reached from its own machine alone, where the proxy is", () => {
  const { services } = parse(read("compose.yml"), { merge: true });
  const ports = Object.values<{ ports?: string[] }>(services).flatMap(({ ports = [] }) => ports);
  const upstreams = /^\s*(?:server |reverse_proxy |ListenStream=)([\d.]+):/gm;
  const passedOn = ["nginx.conf", "Caddyfile", "systemd/dreamcode-web.socket"]
    .map(read)
    .map((text) => [...text.matchAll(upstreams)].map(([, host]) => host));
  expect([ports, ...passedOn]).toEqual([["127.0.0.1:3000:3000"], ["127.0.0.1"], ["127.0.0.1"], ["127.0.0.1"]]);
  expect(readFileSync("docs/production.md", "utf8")).toMatch(/^HOST=127\.0\.0\.1\nTRUSTED_PROXIES=1$/m);
});

test("CI publishes what has passed its tests, on main alone, by commands that there are", () => {
  const { jobs } = parse(read("ci.yml"));
  expect(Object.keys(jobs)).toEqual(["test", "publish"]);
  expect(jobs.publish).toMatchObject({ needs: "test", if: "github.ref == 'refs/heads/main'" });
  const commands = Object.values<{ steps: { run?: string }[] }>(jobs).flatMap(({ steps }) =>
    steps.flatMap(({ run = [] }) => run),
  );
  expect(commands).toContain(".ci/run");
  const asked = commands.flatMap((command) => [...command.matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name));
  expect(asked).toEqual(["publish"]);
  for (const name of asked) expect(scripts).toHaveProperty(String(name));
});

test("containers run what the scripts of package.json run, and what they copy is there", () => {
  const { services } = parse(read("compose.yml"), { merge: true });
  expect(scripts.worker).toBe(`exec ${services.worker.command.join(" ")}`);
  const [, run = ""] = /^CMD (.*)$/m.exec(read("Dockerfile")) ?? [];
  expect(scripts.start).toBe(`exec ${JSON.parse(run).join(" ")}`);
  const copied = [...read("Dockerfile").matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, names = ""]) =>
    names.split(" "),
  );
  for (const name of copied) expect(existsSync(name), name).toBe(true);
  expect(services.web.build.dockerfile).toBe("deploy/Dockerfile");
});

test.skipIf(!existsSync("/usr/sbin/logrotate"))(
  "a log file is rotated under a program that goes on writing to it",
  async () => {
    const folder = folderForTests();
    const log = join(folder, "logs/web.log");
    mkdirSync(join(folder, "logs"), { mode: 0o700 });
    const recipe = join(folder, "logrotate.conf");
    writeFileSync(recipe, read("logrotate.conf").replaceAll("/var/log/dreamcode", join(folder, "logs")));
    const writer = spawn("sh", ["-c", `while echo line; do sleep 0.05; done >> ${log}`]);
    onTestFinished(() => end(writer));
    await expect.poll(() => existsSync(log) && readFileSync(log, "utf8")).toContain("line");

    const { status, stderr } = spawnSync("/usr/sbin/logrotate", ["--force", "--state", join(folder, "state"), recipe]);
    expect([status, String(stderr)]).toEqual([0, ""]);
    expect(readdirSync(join(folder, "logs")).sort()).toEqual(["web.log", "web.log.1.gz"]);
    await expect.poll(() => readFileSync(log, "utf8")).toMatch(/^line\n/);
    expect(writer.exitCode).toBe(null);
  },
);

async function end(program: ChildProcess) {
  program.kill("SIGKILL");
  await once(program, "close");
}
