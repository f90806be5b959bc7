import type { Command } from "./commands/command.ts";
import { erase } from "./commands/erase.ts";
import { eraseOld } from "./commands/erase-old.ts";
import { exportLeads } from "./commands/export-leads.ts";
import { list } from "./commands/list.ts";
import { migrate } from "./commands/migrate.ts";
import { release } from "./commands/release.ts";
import { retry } from "./commands/retry.ts";
import { show } from "./commands/show.ts";
import { spam } from "./commands/spam.ts";
import { stats } from "./commands/stats.ts";
import { UsageError } from "./commands/usage-error.ts";

// `npm run leads`: works on the store beside a running server.
const commands = new Map<string | undefined, Command>([
  ["list", list],
  ["show", show],
  ["release", release],
  ["spam", spam],
  ["retry", retry],
  ["erase", erase],
  ["erase-old", eraseOld],
  ["export", exportLeads],
  ["stats", stats],
  ["migrate-store", migrate],
]);

process.exitCode = await run(process.argv.slice(2));

async function run([name, ...args]: string[]): Promise<number> {
  try {
    const command = commands.get(name);
    if (!command) throw new UsageError();
    return await command.run(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(error.message ? `${error.message}\n` : usage());
    return 2;
  }
}

function usage(): string {
  const lines = [...commands.values()].flatMap(({ usage }) => usage);
  const body = lines.map(([call, does]) => `  ${call.padEnd(28)}  ${does}`.trimEnd());
  return ["Usage: npm run leads -- COMMAND", "", ...body, ""].join("\n");
}
