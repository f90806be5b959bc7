import { existsSync } from "node:fs";

/** Where nginx is, if it is installed: what compares ours with it is left out elsewhere. */
export function findNginx(): string | undefined {
  return ["/usr/sbin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx"].find((path) => existsSync(path));
}
