import { h } from "hastscript";
import { sql, type Transaction } from "kysely";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMailText } from "#lib/i18n/mail-text.ts";
import { paths } from "#lib/i18n/paths.ts";
import { actionForm, actionPage } from "#lib/leads/action-page.ts";
import { recordEvent } from "#lib/leads/decide/record-event.ts";
import type { StoreDesk } from "#lib/leads/lead-desk.ts";
import { spellingsOf } from "#lib/leads/lookup-address.ts";
import type { LeadDatabase, LeadRow } from "#lib/leads/store/lead-database.ts";
import { isOffList } from "./is-off-list.ts";
import {
  readSubscriptionLink,
  type SubscriptionAction,
  type SubscriptionLink,
  subscriptionLink,
} from "./subscription-link.ts";
import { subscriptions } from "./subscriptions.ts";

type Page = { status: number; html: string };

const events = { join: "joined", leave: "left" } as const;

/**
 * What the links in the receipt of a sign-up lead to; undefined where a path is none of them. Only with `acts` is anything done, so
 * programs that look at links neither join nor leave. A mail provider that leaves in its user's name posts at once (RFC 8058).
 */
export async function answerSubscription(path: string, desk: StoreDesk, acts: boolean): Promise<Page | undefined> {
  const link = await readSubscriptionLink(path, desk.store.db, desk.now());
  if (!link) return undefined;
  const lead = await desk.store.db
    .selectFrom("lead")
    .selectAll()
    .where("id", "=", link.leadId)
    .executeTakeFirstOrThrow();
  // Whoever has such a link may leave, whatever the team says of that sign-up: they may be on the list by another.
  if (lead.status === "erased" || (link.action === "join" && isOffList(lead.status))) return gone(lead.locale);
  if (acts && !(link.action === "join" && link.isOver))
    return page(lead.locale, link, await say(lead, link.action, desk));
  return page(lead.locale, link, (await isSaid(lead, link.action, desk)) ? "already" : "ask");
}

async function isSaid({ email }: LeadRow, action: SubscriptionAction, { store }: StoreDesk): Promise<boolean> {
  const [last] = await subscriptions(store.db, email);
  return last?.what === events[action];
}

async function say(lead: LeadRow, action: SubscriptionAction, desk: StoreDesk): Promise<"done" | "already"> {
  return desk.store.db.transaction().execute(async (tx) => {
    // In SQLite one transaction writes at a time. Here two presses at the same moment are said one after the other.
    if (desk.store.kind === "postgres") await sql`SELECT pg_advisory_xact_lock(hashtext('newsletter'))`.execute(tx);
    const [last] = await subscriptions(tx, lead.email);
    if (last?.what === events[action]) return "already";
    // The last word counts, also after a clock was put back.
    const at = new Date(Math.max(desk.now().getTime(), last ? Date.parse(last.at) + 1 : 0)).toISOString();
    // Of each of their sign-ups: the others may be erased, or called spam, before this one.
    const said = action === "leave" ? await signUpsOf(tx, lead.email) : [lead];
    for (const each of said) await recordEvent(tx, { lead: each, what: events[action], who: "subscriber", at });
    return "done";
  });
}

function signUpsOf(tx: Transaction<LeadDatabase>, email: string) {
  return tx
    .selectFrom("lead")
    .select(["id", "ref"])
    .where("form", "=", "newsletter")
    .where("email", "in", spellingsOf(email))
    .execute();
}

function page(locale: Locale, { action, receipt, isOver }: SubscriptionLink, state: "ask" | "done" | "already"): Page {
  const { subscription } = getMailText(locale);
  const words = subscription[action];
  const back = action === "join" ? "leave" : "join";
  const signUp = h("a", { href: paths.newsletter(locale) }, subscription.signUpAgain);
  if (state === "ask" && action === "join" && isOver) {
    return { status: 410, html: actionPage(locale, subscription.over, [h("p", signUp)]) };
  }
  const content =
    state === "ask"
      ? [h("p", words.before), actionForm(subscriptionLink(receipt, action), words.button)]
      : [
          h("p", words.after),
          h(
            "p",
            back === "join" && isOver
              ? signUp
              : h("a", { href: subscriptionLink(receipt, back) }, subscription[back].instead),
          ),
        ];
  return { status: 200, html: actionPage(locale, words[state], content) };
}

function gone(locale: Locale): Page {
  const { subscription } = getMailText(locale);
  const again = h("a", { href: paths.newsletter(locale) }, subscription.signUpAgain);
  return { status: 410, html: actionPage(locale, subscription.gone, [h("p", again)]) };
}
