import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * In the order of their names. A migration that was released is never changed, and one adds what the release before it need not
 * know: columns that may be null or have a default, tables, indexes. That release goes on beside it in an update, and when it is put back.
 */
export const leadMigrations: Record<string, Migration> = {
  "0001_intake": { up: createIntake },
  "0002_failure_classes": { up: addFailureClasses },
  "0003_spam": { up: addSpamColumns },
  "0004_flood": { up: indexSenders },
  "0005_sightings": { up: createSightings },
  "0006_copies": { up: addTextPrints },
  "0007_decisions": { up: createHistory },
  "0008_restored": { up: markRestored },
  "0009_newsletter": { up: keyReceipts },
  "0010_calls": { up: addCalls },
  "0011_views": { up: createViews },
  "0012_many_leads": { up: indexMany },
  "0013_counted_parts": { up: createCountedParts },
  "0014_of_address": { up: indexAddresses },
};

async function createIntake(db: Kysely<unknown>) {
  await db.schema
    .createTable("lead")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("ref", "text", (column) => column.notNull().unique())
    .addColumn("form", "text", (column) => column.notNull())
    .addColumn("locale", "text", (column) => column.notNull())
    .addColumn("page", "text", (column) => column.notNull())
    .addColumn("submission_key", "text", (column) => column.notNull().unique())
    .addColumn("payload", "text", (column) => column.notNull())
    .addColumn("service_titles", "text")
    .addColumn("email", "text", (column) => column.notNull())
    .addColumn("phone_e164", "text")
    .addColumn("status", "text", (column) => column.notNull().defaultTo("new"))
    .addColumn("spam_score", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("spam_reasons", "text", (column) => column.notNull().defaultTo("[]"))
    .addColumn("attribution", "text", (column) => column.notNull().defaultTo("{}"))
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("erased_at", "text")
    .execute();
  await db.schema.createIndex("lead_email").on("lead").column("email").execute();
  await db.schema.createIndex("lead_created_at").on("lead").column("created_at").execute();

  await db.schema
    .createTable("consent_text")
    .addColumn("hash", "text", (column) => column.primaryKey())
    .addColumn("sentence", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("consent")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("lead_id", "text", (column) => column.notNull().references("lead.id"))
    .addColumn("text_hash", "text", (column) => column.notNull().references("consent_text.hash"))
    .addColumn("version", "text", (column) => column.notNull())
    .addColumn("locale", "text", (column) => column.notNull())
    .addColumn("page", "text", (column) => column.notNull())
    .addColumn("given_at", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("consent_lead").on("consent").column("lead_id").execute();

  await db.schema
    .createTable("outbox")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("lead_id", "text", (column) => column.references("lead.id"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("recipient", "text", (column) => column.notNull())
    .addColumn("message_id", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull().defaultTo("pending"))
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("next_at", "text", (column) => column.notNull())
    .addColumn("lease_token", "text")
    .addColumn("lease_until", "text")
    .addColumn("last_class", "text")
    .addColumn("last_reply", "text")
    .addColumn("sent_at", "text")
    .addUniqueConstraint("outbox_once", ["lead_id", "kind", "recipient"])
    .execute();
  await db.schema.createIndex("outbox_due").on("outbox").columns(["state", "next_at"]).execute();

  await db.schema
    .createTable("attempt")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("outbox_id", "text", (column) => column.notNull().references("outbox.id"))
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("code", "integer")
    .addColumn("reply", "text", (column) => column.notNull())
    .addColumn("class", "text", (column) => column.notNull())
    .addColumn("ms", "integer", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("attempt_outbox").on("attempt").columns(["outbox_id", "at"]).execute();
}

async function addFailureClasses(db: Kysely<unknown>) {
  await db.schema.alterTable("outbox").addColumn("content", "text").execute();
  await db.schema
    .alterTable("outbox")
    .addColumn("safe_form", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable("outbox")
    .addColumn("queued_at", "text", (column) => column.notNull().defaultTo(""))
    .execute();
  await sql`UPDATE outbox SET queued_at = next_at, last_class = CASE last_class WHEN 'failed' THEN 'transient' ELSE last_class END`.execute(
    db,
  );
  await sql`UPDATE attempt SET class = 'transient' WHERE class = 'failed'`.execute(db);

  await db.schema
    .createTable("alarm")
    .addColumn("topic", "text", (column) => column.primaryKey())
    .addColumn("opened_at", "text", (column) => column.notNull())
    .execute();
}

async function addSpamColumns(db: Kysely<unknown>) {
  for (const column of ["form_key", "amends", "sender_code", "digest_at", "receipt_at"]) {
    await db.schema.alterTable("lead").addColumn(column, "text").execute();
  }
  await db.schema.createIndex("lead_form_key").on("lead").columns(["form_key", "email"]).execute();
  await db.schema.createIndex("lead_amends").on("lead").column("amends").execute();
  await db.schema.createIndex("lead_sender").on("lead").columns(["sender_code", "created_at"]).execute();
  await db.schema.createIndex("lead_form").on("lead").columns(["form", "created_at"]).execute();
  await db.schema.createIndex("lead_receipt").on("lead").column("receipt_at").execute();
  await db.schema.createIndex("lead_digest").on("lead").column("digest_at").execute();
  await db.schema.createIndex("lead_held").on("lead").columns(["status", "digest_at"]).execute();
}

/** Holds all that is asked of the leads of an hour: thousands of held messages would have to be read otherwise. */
async function indexSenders(db: Kysely<unknown>) {
  await db.schema.dropIndex("lead_form").execute();
  await db.schema
    .createIndex("lead_form")
    .on("lead")
    .columns(["form", "created_at", "spam_score", "status", "sender_code", "email"])
    .execute();
}

async function createSightings(db: Kysely<unknown>) {
  await db.schema
    .createTable("sighting")
    .addColumn("topic", "text", (column) => column.primaryKey())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("facts", "text", (column) => column.notNull())
    .execute();
}

async function addTextPrints(db: Kysely<unknown>) {
  for (const column of ["text_print", "token_hash"])
    await db.schema.alterTable("lead").addColumn(column, "text").execute();
  await db.schema.createIndex("lead_token").on("lead").column("token_hash").execute();
}

async function createHistory(db: Kysely<unknown>) {
  await db.schema
    .createTable("history")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("lead_id", "text", (column) => column.notNull().references("lead.id"))
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("what", "text", (column) => column.notNull())
    .addColumn("who", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("history_lead").on("history").columns(["lead_id", "at"]).execute();
  await db.schema.alterTable("outbox").addColumn("link_key", "text").execute();
}

/** What a version before this held by its time, which stays for workers of that version that still run. */
async function markRestored(db: Kysely<unknown>) {
  await db.schema
    .alterTable("outbox")
    .addColumn("restored", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`UPDATE outbox SET restored = 1, state = 'pending', lease_token = NULL, lease_until = NULL WHERE state IN ('pending', 'leased') AND queued_at <= (SELECT "at" FROM sighting WHERE topic = 'restored-mail')`.execute(
    db,
  );
}

/** A receipt that may still go out, as one that was cancelled may, has a link in it now. */
async function keyReceipts(db: Kysely<unknown>) {
  const isPostgres = (await db.introspection.getSchemas()).length > 0;
  const random = isPostgres
    ? sql`replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')`
    : sql`lower(hex(randomblob(24)))`;
  await sql`UPDATE outbox SET link_key = ${random} WHERE kind = 'receipt' AND state NOT IN ('sent', 'unconfirmed') AND link_key IS NULL`.execute(
    db,
  );
}

async function addCalls(db: Kysely<unknown>) {
  for (const column of ["call_at", "call_zone"]) await db.schema.alterTable("lead").addColumn(column, "text").execute();
  await db.schema
    .alterTable("lead")
    .addColumn("calls", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}

async function createViews(db: Kysely<unknown>) {
  await db.schema
    .createTable("view_count")
    .addColumn("day", "text", (column) => column.notNull())
    .addColumn("path", "text", (column) => column.notNull())
    .addColumn("locale", "text", (column) => column.notNull())
    .addColumn("source", "text", (column) => column.notNull())
    .addColumn("campaign", "text", (column) => column.notNull())
    .addColumn("opened_from", "text", (column) => column.notNull())
    .addColumn("views", "integer", (column) => column.notNull())
    .addColumn("ahead", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("view_count_once", ["day", "path", "source", "campaign", "opened_from"])
    .execute();
}

/** So that a million leads are looked through as quickly as ten: `npm run bench` has the figures. */
async function indexMany(db: Kysely<unknown>) {
  const isPostgres = (await db.introspection.getSchemas()).length > 0;
  // In the order in which whoever claims messages takes them: else each would wait for the other while a large store is indexed.
  if (isPostgres) await sql`LOCK TABLE outbox, history, lead IN ACCESS EXCLUSIVE MODE`.execute(db);
  await db.schema.alterTable("lead").addColumn("find_text", "text").execute();
  for (const statement of isPostgres ? emptiedOnPostgres : emptiedOnSqlite) await sql.raw(statement).execute(db);
  // Holds all that a search asks of every lead, in the order in which it asks.
  await db.schema.dropIndex("lead_created_at").execute();
  await db.schema.createIndex("lead_found").on("lead").columns(["created_at", "find_text", "id"]).execute();
  await db.schema
    .createIndex("lead_without_find_text")
    .on("lead")
    .column("created_at")
    .where(sql<boolean>`find_text IS NULL`)
    .execute();

  await db.schema.dropIndex("lead_held").execute();
  await db.schema.createIndex("lead_status").on("lead").columns(["status", "created_at"]).execute();
  // Holds all that is asked every few seconds of what nobody has decided about, of which a flood leaves thousands.
  await db.schema
    .createIndex("lead_held")
    .on("lead")
    .columns(["created_at", "spam_score", "spam_reasons", "sender_code", "digest_at", "id"])
    .where(sql<boolean>`status = 'quarantined'`)
    .execute();

  // Without figures about a table, as it has none here, SQLite would take an index of all kinds for the few that wait.
  await db.schema
    .createIndex("outbox_about_no_lead")
    .on("outbox")
    .columns(["kind", "queued_at"])
    .where(sql<boolean>`lead_id IS NULL`)
    .execute();
  await db.schema.createIndex("outbox_sent").on("outbox").column("sent_at").execute();
  await db.schema.createIndex("history_at").on("history").column("at").execute();
}

// A release from before erases without knowing the column.
const emptiedOnSqlite = [
  `CREATE TRIGGER lead_erased AFTER UPDATE OF status ON lead WHEN NEW.status = 'erased'
   BEGIN UPDATE lead SET find_text = '' WHERE id = NEW.id AND find_text IS NOT ''; END`,
];
const emptiedOnPostgres = [
  `CREATE FUNCTION lead_erased() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.find_text = ''; RETURN NEW; END $$`,
  `CREATE TRIGGER lead_erased BEFORE UPDATE OF status ON lead FOR EACH ROW WHEN (NEW.status = 'erased') EXECUTE FUNCTION lead_erased()`,
];

/** What is counted of a part of a month stays until something of it changes, by whichever release. */
async function createCountedParts(db: Kysely<unknown>) {
  await db.schema
    .createTable("counted_part")
    .addColumn("zone", "text", (column) => column.notNull())
    .addColumn("since", "text", (column) => column.notNull())
    .addColumn("before", "text", (column) => column.notNull())
    .addColumn("noted_at", "text", (column) => column.notNull())
    .addColumn("changes", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("counts", "text")
    .addPrimaryKeyConstraint("counted_part_once", ["zone", "since"])
    .execute();

  const counted = "status, amends, form, page, locale, payload, attribution, created_at";
  const ofLead = "(SELECT created_at FROM lead WHERE id = NEW.lead_id)";
  const changes = [
    { name: "lead_stored", event: "INSERT ON lead", at: "NEW.created_at" },
    { name: "lead_changed", event: `UPDATE OF ${counted} ON lead`, at: "NEW.created_at" },
    { name: "lead_decided", event: "INSERT ON history", at: ofLead },
    { name: "lead_delivered", event: "UPDATE OF sent_at ON outbox", at: ofLead },
  ];
  const isPostgres = (await db.introspection.getSchemas()).length > 0;
  for (const { name, event, at } of changes) {
    const forget = `UPDATE counted_part SET counts = NULL, changes = changes + 1 WHERE since <= ${at} AND before > ${at};`;
    const statements = isPostgres
      ? [
          `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${forget} RETURN NULL; END $$`,
          `CREATE TRIGGER ${name} AFTER ${event} FOR EACH ROW EXECUTE FUNCTION ${name}()`,
        ]
      : [`CREATE TRIGGER ${name} AFTER ${event} BEGIN ${forget} END`];
    for (const statement of statements) await sql.raw(statement).execute(db);
  }
}

/** What an address sent of late is found without what it ever sent: a long text stands before the time in its row. */
async function indexAddresses(db: Kysely<unknown>) {
  await db.schema.dropIndex("lead_email").execute();
  await db.schema.createIndex("lead_email").on("lead").columns(["email", "created_at"]).execute();
  // In the order of time as well, or SQLite takes the other for its order.
  await db.schema.dropIndex("lead_form_key").execute();
  await db.schema.createIndex("lead_form_key").on("lead").columns(["form_key", "email", "created_at"]).execute();
}
