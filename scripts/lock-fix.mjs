// npm drops the platform packages it cannot see from the lock, and `npm ci` then calls the lock out of sync.
// This puts every exact optional dependency back, as the registry has it, with the hash that `npm ci` holds it against.
// npm runs it after every install, when the lock is written.
import { readFileSync, writeFileSync } from "node:fs";

const file = "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8"));
const registry = process.env.npm_config_registry ?? "https://registry.npmjs.org/";

const missing = new Map();
for (const [folder, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const place = lockedAt(folder, name);
    if (place && lock.packages[place].integrity) continue;
    if (/^\d+\.\d+\.\d+/.test(version)) missing.set(place ?? `node_modules/${name}`, { name, version, dev: entry.dev });
    else
      console.warn(`${name}@${version} (asked for by ${folder || "package.json"}) is not an exact version: left out`);
  }
}

for (const [place, { name, version, dev }] of missing) {
  const { os, cpu, libc, license, engines, dist } = await published(name, version);
  // In npm's own order, so that it changes nothing when it writes the lock.
  lock.packages[place] = {
    version,
    integrity: dist.integrity,
    ...(cpu && { cpu }),
    ...(dev && { dev }),
    ...(libc && { libc }),
    ...(license && { license }),
    optional: true,
    ...(os && { os }),
    ...(engines && { engines }),
  };
}

if (missing.size > 0) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${file}: ${missing.size} platform packages added`);
}

async function published(name, version) {
  const answer = await fetch(`${registry.replace(/\/*$/, "/")}${name}/${version}`);
  if (!answer.ok) throw new Error(`${registry} says ${answer.status} of ${name}@${version}, which the lock needs`);
  return answer.json();
}

/** Node looks for a package in the folder of the one that asks, then in each folder above. */
function lockedAt(folder, name) {
  for (let from = folder; ; from = from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/")))) {
    const place = `${from ? `${from}/` : ""}node_modules/${name}`;
    if (lock.packages[place]) return place;
    if (!from) return undefined;
  }
}
