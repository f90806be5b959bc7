import { cpus, loadavg } from "node:os";

/** What figures were measured on. */
export function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model}, load average ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`;
}
