import { type RawBuilder, sql } from "kysely";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";

const years = 10;
const givenNames = ["Ana", "José", "Sofía", "Andrés", "Lucía", "Íñigo", "María", "Ángel", "Noah", "Emma", "Liam"];
const familyNames = ["Torres", "Núñez", "Peña", "Muñoz", "Güell", "Smith", "Tremblay", "Rodríguez", "Lee", "Brown"];
const services = ["staff-augmentation", "software-development", "help-desk", "contact-center", "digital-marketing"];
const countries = ["US", "CA", "CO", "MX", "GB"];
const campaigns = ["spring", "nearshore", "support"];
const pages = ["/en/contact", "/es/contacto", "/en/inquiry", "/es/solicitud"];
const articles = ["/en/services/help-desk", "/en/blog/one", "/en/blog/two", "/es/servicios", "/en", "/es"];

/**
 * Fills an empty store with what a site leaves behind in ten years: of a hundred leads one is held and undecided, four are spam, three
 * amend another, and six of ten of the others were answered; each has its consent, and what was mailed its messages and attempts.
 * The database writes all of it by itself: row by row it would take half an hour.
 */
export async function fillStore({ db, kind }: LeadStore, leads: number, now: Date): Promise<void> {
  const everySeconds = Math.floor((years * 365 * 24 * 60 * 60) / leads);
  const start = Math.floor(now.getTime() / 1000) - leads * everySeconds;
  const later = (seconds: number) => {
    const moment = sql`${sql.lit(start)} + n * ${sql.lit(everySeconds)} + ${sql.lit(seconds)}`;
    return kind === "postgres"
      ? sql`to_char(to_timestamp(${moment}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
      : sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${moment}, 'unixepoch')`;
  };
  const isHeld = sql`n % 100 = 7`;
  const isSpam = sql`n % 25 = 3`;
  const amends = sql`n % 33 = 11`;
  const isMailed = sql`NOT (${isHeld} OR ${isSpam})`;
  const name = sql`${oneOf(givenNames, 1)} || ' ' || ${oneOf(familyNames, 7)} || ' ' || ${oneOf(familyNames, 3)}`;
  const email = sql`'person' || n || '@company' || (n / 3) || '.example'`;
  const payload = json({
    name,
    email,
    company: sql`'Compañía ' || ${oneOf(familyNames, 2)} || ' ' || (n / 3)`,
    service: oneOf(services, 4),
    country: oneOf(countries, 6),
    message: sql`'Lead ' || n || ${sql.lit(". We need two engineers who speak English, from March on, in Bogotá.".repeat(6))}`,
  });
  const attribution = sql`'{"first":' || ${json({ utm_source: sql`'google'`, utm_medium: sql`'cpc'`, utm_campaign: oneOf(campaigns, 5) })} || ',"last":' || ${json({ page: oneOf(articles, 1) })} || '}'`;

  await sql`CREATE TABLE numbers AS WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${sql.lit(leads)}) SELECT n FROM counted`.execute(
    db,
  );
  await insert("consent_text", { hash: sql`'hash'`, sentence: sql`'I agree.'` }, sql`n = 1`);
  await insert("lead", {
    id: leadId(sql`n`),
    ref: sql`'R' || n`,
    form: sql`CASE WHEN n % 3 = 0 THEN 'inquiry' WHEN n % 50 = 1 THEN 'newsletter' ELSE 'contact' END`,
    locale: oneOf(["en", "es"], 1),
    page: oneOf(pages, 1),
    submission_key: sql`'submission' || n`,
    form_key: sql`'form' || n`,
    amends: sql`CASE WHEN ${amends} THEN ${leadId(sql`(n - 1)`)} END`,
    sender_code: sql`'sender' || (n / 2)`,
    payload,
    email,
    text_print: sql`'print' || n`,
    find_text: sql`lower(${name}) || ' compania ' || (n / 3) || ' ' || ${email}`,
    token_hash: sql`'token' || n`,
    status: sql`CASE WHEN ${isHeld} THEN 'quarantined' WHEN ${isSpam} THEN 'spam' ELSE 'new' END`,
    spam_score: sql`CASE WHEN ${isMailed} THEN 0 ELSE 3 END`,
    spam_reasons: sql`CASE WHEN ${isMailed} THEN '[]' ELSE '["sales_phrases","no_token"]' END`,
    digest_at: sql`CASE WHEN ${isHeld} THEN ${later(3600)} END`,
    receipt_at: sql`CASE WHEN ${isMailed} THEN ${later(0)} END`,
    attribution,
    created_at: later(0),
  });
  await insert("consent", {
    id: sql`'consent' || n`,
    lead_id: leadId(sql`n`),
    text_hash: sql`'hash'`,
    version: sql`'hash'`,
    locale: sql`'en'`,
    page: sql`'/en/contact'`,
    given_at: later(0),
  });
  for (const [index, kindOf] of (["notify", "receipt"] as const).entries()) {
    const own = (what: string) => sql`${sql.lit(`${what}-${kindOf}-`)} || n`;
    await insert(
      "outbox",
      {
        id: own("message"),
        lead_id: leadId(sql`n`),
        kind: sql.lit(kindOf),
        recipient: kindOf === "notify" ? sql`'sales@dreamcode.test'` : email,
        message_id: sql`'<R' || n || '.' || ${sql.lit(kindOf)} || '@dreamcode.test>'`,
        state: sql`'sent'`,
        attempts: sql`1`,
        queued_at: later(0),
        next_at: later(0),
        last_class: sql`'sent'`,
        last_reply: sql`'250 2.0.0 OK'`,
        sent_at: later(2 + index),
      },
      isMailed,
    );
    await insert(
      "attempt",
      {
        id: own("attempt"),
        outbox_id: own("message"),
        at: later(2 + index),
        code: sql`250`,
        reply: sql`'250 2.0.0 OK'`,
        class: sql`'sent'`,
        ms: sql`900 + n % 100`,
      },
      isMailed,
    );
  }
  await insert(
    "history",
    {
      id: sql`'history' || n`,
      lead_id: leadId(sql`n`),
      at: later(7200),
      what: sql`'answered'`,
      who: sql`'sales@dreamcode.test'`,
    },
    sql`${isMailed} AND n % 5 < 3`,
  );
  await sql`DROP TABLE numbers`.execute(db);
  // As PostgreSQL does by itself where much is new. SQLite is never asked to: by what it counts it would read whole tables for the few
  // messages that wait.
  if (kind === "postgres") await sql`VACUUM ANALYZE`.execute(db);

  async function insert(table: string, row: Record<string, RawBuilder<unknown>>, where = sql`1 = 1`) {
    const [names, values] = [Object.keys(row), Object.values(row)];
    await sql`INSERT INTO ${sql.table(table)} (${sql.join(names.map((each) => sql.ref(each)))}) SELECT ${sql.join(values)} FROM numbers WHERE ${where}`.execute(
      db,
    );
  }
}

/** Like the ids of the site: as long, and in no order. */
function leadId(n: RawBuilder<unknown>) {
  return sql`(${n} * 2003 % 1000003) || '-0000-4000-8000-' || ${n}`;
}

function oneOf(texts: readonly string[], every: number): RawBuilder<unknown> {
  const cases = texts.map((text, index) => sql`WHEN ${sql.lit(index)} THEN ${sql.lit(text)}`);
  return sql`CASE (n / ${sql.lit(every)}) % ${sql.lit(texts.length)} ${sql.join(cases, sql` `)} END`;
}

/** Of texts in which nothing is to be escaped. */
function json(fields: Record<string, RawBuilder<unknown>>): RawBuilder<unknown> {
  const members = Object.entries(fields).map(([name, value]) => sql`${sql.lit(`"${name}":"`)} || ${value} || '"'`);
  return sql`'{' || ${sql.join(members, sql` || ',' || `)} || '}'`;
}
