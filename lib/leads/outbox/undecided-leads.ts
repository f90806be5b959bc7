import type { Kysely } from "kysely";
import { couldBePerson } from "#lib/leads/spam/spam-score.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { likeliestFirst } from "./likeliest-first.ts";

/** What a person looks through of a morning. Of a flood, the rest follows in the next mails. */
const mostNamed = 100;

/**
 * Ids of leads that are held and that nobody decided about, a hundred at most: first those that could be people, of them
 * what no digest has named yet, the likeliest before the others. `untold` are those that could be people and of which
 * nobody was told at all.
 */
export async function undecidedLeads(
  db: Kysely<LeadDatabase>,
  which: { before: string } | "untold",
): Promise<string[]> {
  const held = await db
    .selectFrom("lead")
    .select(["id", "spam_score", "spam_reasons", "sender_code", "created_at", "digest_at"])
    .where("status", "=", "quarantined")
    .$if(which !== "untold", (query) => query.where("created_at", "<", which === "untold" ? "" : which.before))
    .$if(which === "untold", (query) =>
      query
        .where("digest_at", "is", null)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom("outbox").select("outbox.id").whereRef("lead_id", "=", "lead.id"))),
        ),
    )
    .execute();
  const { people = [], others = [] } = Object.groupBy(held, ({ spam_score: score, spam_reasons }) =>
    couldBePerson({ score, reasons: JSON.parse(spam_reasons) }) ? "people" : "others",
  );
  const shown = [...unnamedFirst(people), ...(which === "untold" ? [] : unnamedFirst(others))];
  return shown.slice(0, mostNamed).map(({ id }) => id);
}

function unnamedFirst<Lead extends Parameters<typeof likeliestFirst>[0][number] & { digest_at: string | null }>(
  leads: Lead[],
): Lead[] {
  const { named = [], unnamed = [] } = Object.groupBy(likeliestFirst(leads), ({ digest_at }) =>
    digest_at === null ? "unnamed" : "named",
  );
  return [...unnamed, ...named];
}
