import { keptByNpm } from "#lib/kept-by-npm.ts";
import { alarms } from "#lib/leads/cli/commands/alarms.ts";
import { backup } from "#lib/leads/cli/commands/backup.ts";
import type { Command } from "#lib/leads/cli/commands/command.ts";
import { dismiss } from "#lib/leads/cli/commands/dismiss.ts";
import { erase } from "#lib/leads/cli/commands/erase.ts";
import { eraseOld } from "#lib/leads/cli/commands/erase-old.ts";
import { exportLeads } from "#lib/leads/cli/commands/export-leads.ts";
import { find } from "#lib/leads/cli/commands/find.ts";
import { list } from "#lib/leads/cli/commands/list.ts";
import { migrate } from "#lib/leads/cli/commands/migrate.ts";
import { newsletter } from "#lib/leads/cli/commands/newsletter.ts";
import { person } from "#lib/leads/cli/commands/person.ts";
import { release } from "#lib/leads/cli/commands/release.ts";
import { restore } from "#lib/leads/cli/commands/restore.ts";
import { restored } from "#lib/leads/cli/commands/restored.ts";
import { retry } from "#lib/leads/cli/commands/retry.ts";
import { show } from "#lib/leads/cli/commands/show.ts";
import { spam } from "#lib/leads/cli/commands/spam.ts";
import { stats } from "#lib/leads/cli/commands/stats.ts";
import { UsageError } from "#lib/leads/cli/commands/usage-error.ts";
import { verify } from "#lib/leads/cli/commands/verify.ts";

// `npm run leads`: works on the store beside a running server.
const commands = new Map<string | undefined, Command>([
  ["list", list],
  ["show", show],
  ["find", find],
  ["person", person],
  ["release", release],
  ["spam", spam],
  ["retry", retry],
  ["alarms", alarms],
  ["dismiss", dismiss],
  ["erase", erase],
  ["erase-old", eraseOld],
  ["export", exportLeads],
  ["newsletter", newsletter],
  ["stats", stats],
  ["backup", backup],
  ["verify", verify],
  ["restore", restore],
  ["restored", restored],
  ["migrate-store", migrate],
]);

process.exitCode = await run(process.argv.slice(2));

async function run([name, ...args]: string[]): Promise<number> {
  if (name === "--help") {
    process.stdout.write(usage([...commands.values()]));
    return 0;
  }
  const command = commands.get(name);
  try {
    const kept = keptByNpm([...commands.values()].flatMap(({ options = {} }) => Object.keys(options)));
    if (kept.length > 0) {
      const call = ["npm run leads --", name, "…"].filter(Boolean).join(" ");
      throw new UsageError(`npm kept ${kept.join(" and ")} for itself. Put -- before the command: ${call}`);
    }
    if (!command) throw new UsageError(name && `There is no command ${name}.`, true);
    return await command.run(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const asked = command ? [command] : [...commands.values()];
    const parts = [...(error.message ? [`${error.message}\n`] : []), ...(error.showsUsage ? [usage(asked)] : [])];
    process.stderr.write(parts.join("\n"));
    return 2;
  }
}

function usage(asked: Command[]): string {
  const lines = asked.flatMap(({ usage }) => usage);
  const body = lines.map(([call, does]) => `  ${call.padEnd(28)}  ${does}`.trimEnd());
  return ["Usage: npm run leads -- COMMAND", "", ...body, ""].join("\n");
}
