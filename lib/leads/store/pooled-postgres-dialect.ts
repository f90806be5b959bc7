import {
  CompiledQuery,
  type DatabaseConnection,
  type Kysely,
  PostgresAdapter,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  sql,
  type TransactionSettings,
} from "kysely";

type Config = PostgresDialectConfig & {
  /** SQL that sets what holds in each transaction. */
  settings: string;
};

/**
 * PostgreSQL behind a pooler of any kind. One that gives a session away after each transaction would give what was set in it, and a
 * lock that it holds, to somebody else: here both end with the transaction.
 */
export class PooledPostgresDialect extends PostgresDialect {
  readonly #config: Config;

  constructor(config: Config) {
    super(config);
    this.#config = config;
  }

  override createDriver() {
    return new PooledDriver(this.#config);
  }

  override createAdapter() {
    return new PooledAdapter();
  }
}

class PooledDriver extends PostgresDriver {
  readonly #settings: string;

  constructor({ settings, ...config }: Config) {
    super(config);
    this.#settings = settings;
  }

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings) {
    // In one message with what begins it, so that nobody waits for a second answer.
    const executeQuery: DatabaseConnection["executeQuery"] = ({ sql: begin }) =>
      connection.executeQuery(CompiledQuery.raw(`${begin}; ${this.#settings}`));
    await super.beginTransaction({ ...connection, executeQuery }, settings);
  }
}

/** Kysely holds a lock of the session, and lets it go in whatever session it is then given. */
class PooledAdapter extends PostgresAdapter {
  override async acquireMigrationLock(db: Kysely<unknown>) {
    // Kysely's own number: releases before this one wait for it as well.
    await sql`SELECT pg_advisory_xact_lock(3853314791062309107)`.execute(db);
  }

  override async releaseMigrationLock() {}
}
