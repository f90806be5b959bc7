import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { type DatabaseConnection, SqliteAdapter, SqliteDialect, type SqliteDialectConfig, SqliteDriver } from "kysely";
import { isBusy } from "./is-busy.ts";

const lockTimeoutMs = 5_000;
const betweenTriesMs = 10;

type Connection = Pick<DatabaseSync, "exec" | "prepare" | "isTransaction" | "close">;

/** Kysely over the SQLite that is built into Node. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(database: Connection) {
    const config: SqliteDialectConfig = {
      database: {
        close: () => database.close(),
        prepare(sql) {
          const statement = database.prepare(forNodeSqlite(sql, database));
          return {
            reader: statement.columns().length > 0,
            all: (values) => statement.all(...values.map(bindable)),
            run: (values) => statement.run(...values.map(bindable)),
            iterate: (values) => statement.iterate(...values.map(bindable)),
          };
        },
      },
    };
    super(config);
    database.exec("PRAGMA busy_timeout=0");
    this.#config = config;
  }

  override createDriver() {
    return new PatientDriver(this.#config);
  }

  override createAdapter() {
    return new TransactionalAdapter();
  }
}

/**
 * Waits for the lock between tries. SQLite itself would wait inside of a call, and with it the whole process: behind a
 * lock that somebody held on to, no page was answered.
 */
class PatientDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: (query) => patiently(() => connection.executeQuery(query)),
      streamQuery: connection.streamQuery.bind(connection),
    };
  }
}

async function patiently<Result>(run: () => Promise<Result>): Promise<Result> {
  const deadline = performance.now() + lockTimeoutMs;
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
    }
    await wait(betweenTriesMs);
  }
}

function forNodeSqlite(sql: string, database: Connection): string {
  // A transaction that reads before it writes would fail at once when another process wrote in between; with the write
  // lock taken first, it waits for its turn.
  if (sql === "begin") return "begin immediate";
  // SQLite has rolled back by itself when the disk is full: a second time would be an error that hides the first.
  if (sql === "rollback" && !database.isTransaction) return "select 1";
  return sql;
}

/** Kysely takes no lock for SQLite migrations. Inside one transaction, two processes that start at once take turns. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "bigint")
    return value;
  throw new TypeError(`SQLite takes texts and numbers, not a ${typeof value}`);
}
