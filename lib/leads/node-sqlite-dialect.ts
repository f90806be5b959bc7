import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { SqliteAdapter, SqliteDialect } from "kysely";

/** Kysely over the SQLite that is built into Node. */
export class NodeSqliteDialect extends SqliteDialect {
  constructor(database: DatabaseSync) {
    super({
      database: {
        close: () => database.close(),
        prepare(sql) {
          const statement = database.prepare(spoken(sql, database));
          return {
            reader: statement.columns().length > 0,
            all: (values) => statement.all(...values.map(bindable)),
            run: (values) => statement.run(...values.map(bindable)),
            iterate: (values) => statement.iterate(...values.map(bindable)),
          };
        },
      },
    });
  }

  override createAdapter() {
    return new TransactionalAdapter();
  }
}

function spoken(sql: string, database: DatabaseSync): string {
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
