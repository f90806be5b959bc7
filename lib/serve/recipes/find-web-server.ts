import { existsSync } from "node:fs";

const folders = ["/usr/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];

/** Where it is, if it is installed: what tries ours with it is left out elsewhere. */
export function findWebServer(name: "nginx" | "caddy"): string | undefined {
  return folders.map((folder) => `${folder}/${name}`).find((path) => existsSync(path));
}
