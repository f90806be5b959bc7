import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { type Env, readEnvOrExit } from "#lib/env.ts";
import { routingFor } from "#lib/open-desk.ts";
import { leadDetails } from "./lead-details.ts";
import { exportCsv, exportJsonLines } from "./lead-export.ts";
import { leadList } from "./lead-list.ts";
import { type LeadStore, openLeadStore, readLeadStore } from "./lead-store.ts";
import { migrateStore } from "./migrate-store.ts";
import { releaseLead } from "./release-lead.ts";
import { orExit } from "./store-error.ts";

// `npm run leads`: works on the store beside a running server.
const usage = `Usage: npm run leads -- COMMAND

  list                    every lead, the newest first
  show REF                one lead: what was said, the consent, the deliveries
  release REF             sends a held lead on to the team
  export [--csv|--jsonl]  every lead, the oldest first (CSV when nothing else is asked for)
  migrate-store           copies the SQLite store in DATA_DIR to the PostgreSQL database of DATABASE_URL
`;

type Command = (store: LeadStore, env: Env) => Promise<number>;

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  if (args.length === 1 && args[0] === "migrate-store") return migrate();
  const command = commandFrom(args);
  if (!command) {
    process.stderr.write(usage);
    return 2;
  }

  const env = readEnvOrExit();
  const store = await orExit(readLeadStore(env));
  if (!store) {
    const place = env.databaseUrl ? "the database" : env.dataDir;
    console.error(
      `There is no lead store in ${place}. The site makes it when it starts; DATA_DIR or DATABASE_URL says where.`,
    );
    return 1;
  }
  const exitCode = await command(store, env);
  await store.close();
  return exitCode;
}

function commandFrom(args: string[]): Command | undefined {
  switch (args[0]) {
    case "list":
      return args.length === 1 ? async (store) => print(await leadList(store)) : undefined;
    case "show":
      return withRef(args.slice(1), show);
    case "release":
      return withRef(args.slice(1), release);
    case "export":
      return exportFrom(args.slice(1));
  }
}

async function migrate(): Promise<number> {
  const { dataDir, databaseUrl } = readEnvOrExit();
  if (!databaseUrl) {
    console.error("DATABASE_URL is not set, so there is nothing to copy to. Set it to a new PostgreSQL database.");
    return 1;
  }
  const counts = await orExit(migrateStore(dataDir, databaseUrl));
  for (const [table, count] of counts) console.log(`${table.padEnd(14)} ${count}`);
  console.log("Every row is in the database and was read back. Start the site with DATABASE_URL now.");
  return 0;
}

function withRef([ref, ...more]: string[], command: (ref: string, ...desk: Parameters<Command>) => Promise<number>) {
  if (!ref || more.length > 0) return undefined;
  return (...desk: Parameters<Command>) => command(ref, ...desk);
}

async function show(ref: string, store: LeadStore): Promise<number> {
  const details = await leadDetails(ref.toUpperCase(), store);
  if (details !== undefined) return print(details);
  console.error(`There is no lead with the reference ${ref}.`);
  return 1;
}

async function release(ref: string, _reading: LeadStore, env: Env): Promise<number> {
  const store = await orExit(openLeadStore(env));
  const isReleased = await releaseLead(ref.toUpperCase(), {
    store,
    recipients: env.leadsTo,
    routing: routingFor(env),
    hasWebhook: env.webhook !== undefined,
    siteUrl: env.siteUrl,
    now: () => new Date(),
  });
  await store.close();
  if (isReleased) return print([`${ref.toUpperCase()} is on its way to the team.\n`]);
  console.error(`Nothing is held under the reference ${ref}.`);
  return 1;
}

function exportFrom(args: string[]): Command | undefined {
  try {
    const { csv, jsonl } = parseArgs({
      args,
      options: { csv: { type: "boolean" }, jsonl: { type: "boolean" } },
    }).values;
    if (csv && jsonl) return undefined;
    return (store) => print(jsonl ? exportJsonLines(store) : exportCsv(store));
  } catch (error) {
    if (error instanceof TypeError && "code" in error && `${error.code}`.startsWith("ERR_PARSE_ARGS")) return undefined;
    throw error;
  }
}

async function print(output: Iterable<string> | AsyncIterable<string>): Promise<number> {
  try {
    await pipeline(Readable.from(output), process.stdout, { end: false });
  } catch (error) {
    // The reader of a pipe has seen enough: `| head`.
    if (!(error instanceof Error && "code" in error && error.code === "EPIPE")) throw error;
  }
  return 0;
}
