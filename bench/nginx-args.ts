import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes a configuration with one server block into `folder`, and gives the arguments that nginx needs to run it. */
export function nginxArgs(folder: string, block: string): string[] {
  const place = mkdtempSync(join(folder, "nginx-"));
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `${kind}_temp_path ${place}/${kind};`,
  );
  // As root, nginx would read the temporary folder as somebody who may not.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  const settings = `keepalive_requests 1000000; sendfile on; tcp_nopush on; ${paths.join(" ")}`;
  writeFileSync(
    join(place, "nginx.conf"),
    `${user} daemon off; worker_processes 1; pid ${place}/pid; events {} http { ${settings} ${block} }`,
  );
  return ["-c", join(place, "nginx.conf"), "-p", place, "-e", "stderr"];
}
