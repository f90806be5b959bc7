import { Kysely, sql } from "kysely";
import { Pool, types } from "pg";
import Cursor from "pg-cursor";
import { StoreAwayError, StoreError } from "#lib/leads/disk/store-error.ts";
import { errorCode } from "#lib/leads/error-code.ts";
import { logLine } from "#lib/log-line.ts";
import type { LeadDatabase } from "./lead-database.ts";
import { PooledPostgresDialect } from "./pooled-postgres-dialect.ts";

/** A visitor is not kept waiting for ever; long work and an export take the time they need. */
export type Purpose = "serve" | "maintain" | "read";

/** As the database knows those who take or deliver leads. */
export const servingName = "dreamcode";

const timeoutMs = 5_000;

// Counts would come as texts, because they could be larger than a number can say.
types.setTypeParser(types.builtins.INT8, Number);

/** Connects, and throws a StoreError when that fails or the database could not hold what visitors write. */
export async function openPostgres(url: string, purpose: Purpose = "serve"): Promise<Kysely<LeadDatabase>> {
  // A pooler takes the connection and keeps the question, for two minutes while the database is away: this one is not waited for.
  const db = connectPostgres(url, "serve");
  try {
    const { rows } = await sql<{ server_encoding: string }>`SHOW server_encoding`.execute(db);
    if (rows[0]?.server_encoding !== "UTF8") {
      throw new StoreError(`${nameOf(url)} cannot hold every letter: create it again with ENCODING 'UTF8'.`);
    }
  } catch (cause) {
    await db.destroy();
    if (cause instanceof StoreError) throw cause;
    const said = `${nameOf(url)} cannot be opened: ${reasonOf(cause)}`;
    throw isAway(cause) ? new StoreAwayError(said) : new StoreError(said);
  }
  if (purpose === "serve") return db;
  await db.destroy();
  return connectPostgres(url, purpose);
}

/** Without asking whether anybody answers. */
export function connectPostgres(url: string, purpose: Purpose): Kysely<LeadDatabase> {
  const pool = poolOf(url, purpose);
  return new Kysely({ dialect: new PooledPostgresDialect({ pool, cursor: Cursor, settings: settings[purpose] }) });
}

// What a visitor is thanked for is written in transactions, and on disk whatever the server's own setting is.
const isOnDisk = "SET LOCAL synchronous_commit = on;";

const settings: Record<Purpose, string> = {
  // What a process that froze in a transaction has locked is free again soon.
  serve: `${isOnDisk} SET LOCAL idle_in_transaction_session_timeout = '10s';`,
  maintain: isOnDisk,
  read: "",
};

/**
 * A server that is down, starts (57P03) or does not answer in time, which pg and pg-pool say without a code. A name that nobody knows is a mistake.
 * PgBouncer remembers that it could not log in, for whatever reason, and says that to whoever comes.
 */
function isAway(cause: unknown): boolean {
  const { code, message = "" } = cause as { code?: string; message?: string };
  const codes = ["ECONNREFUSED", "ECONNRESET", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "57P03"];
  return codes.includes(code ?? "") || saidOfAway.test(message);
}

const saidOfAway =
  /^timeout exceeded when trying to connect|^Connection terminated|^Query read timeout|server_login_retry/;

/** What an operator can mend in a migration that failed, as a StoreError; anything else as it is. */
export function migrationProblem(url: string, cause: unknown): unknown {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (code === "42501") return new StoreError(`${nameOf(url)} does not let its user make tables: grant CREATE.`);
  if (code === "25006") return new StoreError(`${nameOf(url)} is read-only: name the primary in DATABASE_URL.`);
  return cause;
}

function poolOf(url: string, purpose: Purpose): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: purpose === "serve" ? servingName : `${servingName} command`,
    connectionTimeoutMillis: timeoutMs,
    keepAlive: true,
    // Not where rows are streamed: pg starts this clock for a cursor, too, and nothing stops it.
    ...(purpose === "serve" ? { query_timeout: timeoutMs } : {}),
    onConnect(client) {
      // An error that nobody hears ends the process, and pg-pool hears those of idle clients alone, not of one that a
      // transaction holds between two queries. The query that comes next fails or gets another client.
      client.on("error", (cause) => {
        if (!pool.ending) logLine("error", "database connection lost", { reason: errorCode(cause) });
      });
    },
  });
  // The same errors again.
  pool.on("error", () => undefined);
  return pool;
}

/** Where it is and what it is called, without the user and the password. */
function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `The database ${pathname.slice(1)} on ${host || "this machine"} (DATABASE_URL)`;
}

function reasonOf(cause: unknown): string {
  const { code, message } = cause as { code?: string; message?: string };
  switch (code) {
    case "ECONNREFUSED":
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EHOSTUNREACH":
    case "ETIMEDOUT":
      return `nothing answers there (${code}). Start it, or correct the address.`;
    case "28P01":
    case "28000":
      return `the user or the password is refused (${code}). Correct them.`;
    case "3D000":
      return `it does not exist (${code}). Create it.`;
    default:
      return code ? `${message} (${code}).` : `${message}.`;
  }
}
