import { isDeepStrictEqual } from "node:util";
import { type Kysely, sql, type Transaction } from "kysely";
import { StoreError } from "#lib/leads/disk/store-error.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { openPostgresTables, updateTables } from "#lib/leads/store/lead-store.ts";
import { openSqliteAlone } from "#lib/leads/store/open-sqlite.ts";

type Row = Record<string, unknown>;

type Table = {
  name: keyof LeadDatabase;
  /** Columns of the primary key. */
  key: string[];
  parents: string[];
};

const batchSize = 500;
const countedPart: keyof LeadDatabase = "counted_part";

/**
 * Copies every row of the SQLite store to PostgreSQL, reads it back, and gives the rows of each table. All or nothing: a
 * StoreError says why nothing was copied. A second time finds every row there and changes nothing.
 */
export async function migrateStore(dataDir: string, databaseUrl: string): Promise<Map<string, number>> {
  const source = openSqliteAlone(dataDir);
  try {
    await updateTables(source);
    const target = await openPostgresTables(databaseUrl);
    try {
      const tables = await tablesOf(source);
      return await target.transaction().execute((tx) => copyAll(tables, source, tx));
    } finally {
      await target.destroy();
    }
  } finally {
    await source.destroy();
  }
}

/** Those that others refer to come first. */
async function tablesOf(source: Kysely<LeadDatabase>): Promise<Table[]> {
  const tables: Table[] = [];
  for (const { name } of await source.introspection.getTables()) {
    // The site counts anew.
    if (name === countedPart) continue;
    const key = await sql<{ name: string }>`SELECT name FROM pragma_table_info(${name}) WHERE pk > 0`.execute(source);
    const parents = await sql<{ table: string }>`SELECT "table" FROM pragma_foreign_key_list(${name})`.execute(source);
    tables.push({
      name: name as keyof LeadDatabase,
      key: key.rows.map(({ name }) => name),
      parents: parents.rows.map(({ table }) => table),
    });
  }

  const sorted = new Set<Table>();
  const add = (table: Table) => {
    for (const parent of tables) if (parent !== table && table.parents.includes(parent.name)) add(parent);
    sorted.add(table);
  };
  tables.forEach(add);
  return [...sorted];
}

async function copyAll(tables: Table[], source: Kysely<LeadDatabase>, target: Transaction<LeadDatabase>) {
  // Nobody else writes meanwhile.
  const names = tables.map(({ name }) => sql.table(name));
  await sql`LOCK TABLE ${sql.join(names)} IN SHARE ROW EXCLUSIVE MODE`.execute(target);

  const counts = new Map<string, number>();
  for (const table of tables) counts.set(table.name, await copyTable(table, source, target));
  return counts;
}

async function copyTable(table: Table, source: Kysely<LeadDatabase>, target: Transaction<LeadDatabase>) {
  let count = 0;
  let batch: Row[] = [];
  for await (const row of source.selectFrom(source.dynamic.table(table.name).as("row")).selectAll().stream()) {
    batch.push({ ...row });
    count += 1;
    if (batch.length === batchSize) {
      await copyRows(table, batch, target);
      batch = [];
    }
  }
  await copyRows(table, batch, target);

  const { rows } = await sql<{ count: number }>`SELECT count(*) FROM ${sql.table(table.name)}`.execute(target);
  if (rows[0]?.count !== count) throw otherRows(table);
  return count;
}

async function copyRows({ name, key }: Table, rows: Row[], target: Transaction<LeadDatabase>) {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  await sql`INSERT INTO ${sql.table(name)} (${refs(columns)}) VALUES ${tuples(rows, columns)} ON CONFLICT DO NOTHING`.execute(
    target,
  );

  const { rows: stored } =
    await sql<Row>`SELECT * FROM ${sql.table(name)} WHERE (${refs(key)}) IN (${tuples(rows, key)})`.execute(target);
  const keyOf = (row: Row) => JSON.stringify(key.map((column) => row[column]));
  const byKey = new Map(stored.map((row) => [keyOf(row), row]));
  if (!rows.every((row) => isDeepStrictEqual(byKey.get(keyOf(row)), row))) throw otherRows({ name });
}

function refs(columns: string[]) {
  return sql.join(columns.map((column) => sql.ref(column)));
}

function tuples(rows: Row[], columns: string[]) {
  return sql.join(rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`));
}

function otherRows({ name }: Pick<Table, "name">): StoreError {
  return new StoreError(
    `The database of DATABASE_URL holds other rows in its table ${name}. Nothing was copied: name an empty database.`,
  );
}
