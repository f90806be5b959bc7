import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Arguments to run nginx in the foreground, for tests and benches. `http` is what its configuration says for HTTP; the
 * configuration, and whatever nginx keeps for itself, go into a folder of their own in `folder`.
 */
export function nginxArgs(folder: string, http: string): string[] {
  const place = mkdtempSync(join(folder, "nginx-"));
  const file = join(place, "nginx.conf");
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `${kind}_temp_path ${place}/${kind};`,
  );
  // Started by root, nginx would drop to a user who may not read the folder.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  // No bench may have its connections closed after a thousand requests.
  const settings = `keepalive_requests 1000000; sendfile on; tcp_nopush on; ${paths.join(" ")}`;
  writeFileSync(file, `${user} daemon off; pid ${place}/pid; events {} http { ${settings} ${http} }`);
  return ["-c", file, "-p", place, "-e", "stderr"];
}
