// npm drops the platform packages it cannot see from the lock, and `npm ci` then calls the lock out of sync.
// This puts every exact optional dependency back, with the platform read from the package's name.
// npm runs it after every install, when the lock is written.
import { readFileSync, writeFileSync } from "node:fs";

const file = "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8"));
const systems = {
  darwin: "darwin",
  win32: "win32",
  win: "win32",
  freebsd: "freebsd",
  android: "android",
  linux: "linux",
};
const processors = ["arm64", "x64", "ia32", "ppc64", "s390x", "riscv64", "loong64", "wasm32", "arm"];

let added = 0;
for (const [folder, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(folder, name)) continue;
    if (!/^\d+\.\d+\.\d+/.test(version)) {
      console.warn(`${name}@${version} (asked for by ${folder || "package.json"}) is not an exact version: left out`);
      continue;
    }
    lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), optional: true };
    added += 1;
  }
}

if (added > 0) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${file}: ${added} platform packages added`);
}

/** Node looks for a package in the folder of the one that asks, then in each folder above. */
function isLocked(folder, name) {
  for (let from = folder; ; from = from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/")))) {
    if (lock.packages[`${from ? `${from}/` : ""}node_modules/${name}`]) return true;
    if (!from) return false;
  }
}

function platformOf(name) {
  const words = name.split(/[^a-z0-9]+/i);
  const os = words.map((word) => systems[word]).find(Boolean);
  const cpu = processors.find((processor) => words.includes(processor));
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }) };
}
