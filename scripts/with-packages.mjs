// `node scripts/with-packages.mjs NAME [arguments]` runs scripts/NAME.ts with the pinned Node, on a fresh clone too:
// nothing may be installed yet and the system's Node may be old, so this file keeps to syntax that Node 14 reads.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { pinnedNode } from "./pinned-node.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
main(process.argv[2], process.argv.slice(3));

async function main(name, args) {
  if (!isAtLeast(20, 19)) {
    return stop(
      `Node 20.19 or newer is needed to begin with, this one is ${process.version}. Install it from nodejs.org.`,
    );
  }
  if (!packagesFitTheLock()) {
    console.log("Installing the packages of package-lock.json (npm ci)…");
    // A NODE_ENV=production or an `omit` in the user's npm settings would leave out what the demo and the tests need.
    const install = "npm ci --include=dev --include=optional --no-audit --no-fund --loglevel=error";
    const code = await run(install, [], { shell: true });
    if (code !== 0) return stop("npm ci failed, its message is above. Once that is mended, run the command again.");
  }

  const node = usableNode();
  if (!node) {
    return stop(
      `Node 24 or newer is needed: this one is ${process.version}, and none came with the packages for ` +
        `${process.platform} ${process.arch}. Install it from nodejs.org, or run \`npm ci --include=optional\`.`,
    );
  }
  process.env.PATH = [dirname(node), resolve("node_modules/.bin"), process.env.PATH].join(delimiter);
  process.exitCode = await run(node, [`scripts/${name}.ts`, ...args], {});
}

/** 20.19 to begin with: the npm of Node 18 leaves out the program of rolldown, which asks for 20.19. */
function isAtLeast(major, minor) {
  const [ownMajor, ownMinor] = process.versions.node.split(".").map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** npm writes this second lock as the last step of an install, so it is missing or old after one that broke off. */
function packagesFitTheLock() {
  const wanted = lockedPackages("package-lock.json");
  const installed = lockedPackages("node_modules/.package-lock.json");
  if (!installed) return false;
  return Object.keys(wanted).every((folder) => {
    if (folder === "") return true;
    const found = installed[folder];
    return found ? found.version === wanted[folder].version : wanted[folder].optional === true;
  });
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

function usableNode() {
  if (spawnSync(pinnedNode, ["--version"]).status === 0) return resolve(pinnedNode);
  return isAtLeast(24, 0) ? process.execPath : undefined;
}

/** Ctrl-C in a terminal reaches the command directly as well, so a command may get the same signal twice. */
function run(command, args, options) {
  const child = spawn(command, args, { stdio: "inherit", ...options });
  const forward = (signal) => child.kill(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, forward);
  const watch = watchParent(() => child.kill("SIGTERM"));

  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code, signal) => {
      for (const name of signals) process.removeListener(name, forward);
      clearInterval(watch);
      done(code === null ? 128 + constants.signals[signal] : code);
    });
  });
}

/** npm passes a SIGTERM on to the shell between us only, and that shell dies without passing it on. */
function watchParent(onGone) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return undefined;
  return setInterval(() => {
    if (process.ppid !== parent) onGone();
  }, 300);
}

function stop(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
