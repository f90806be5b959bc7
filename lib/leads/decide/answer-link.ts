import type { ElementContent } from "hast";
import { h } from "hastscript";
import { decisionPage as text } from "#content/en/mail.ts";
import { countryName } from "#lib/i18n/country-name.ts";
import { fill } from "#lib/i18n/fill.ts";
import { actionForm, actionPage } from "#lib/leads/action-page.ts";
import { callAsked } from "#lib/leads/call-asked.ts";
import { channels } from "#lib/leads/channels.ts";
import type { StoreDesk } from "#lib/leads/lead-desk.ts";
import { heldLeads } from "#lib/leads/outbox/held-leads.ts";
import { likeliestFirst } from "#lib/leads/outbox/likeliest-first.ts";
import { type LeadRecord, leadRecord } from "#lib/leads/store/lead-record.ts";
import { minuteAndPlace } from "#lib/leads/zoned-time.ts";
import { decideLead } from "./decide-lead.ts";
import { decidedLeads } from "./decided-leads.ts";
import type { Decision } from "./decision.ts";
import { isDecided } from "./is-decided.ts";
import { isMarked } from "./is-marked.ts";
import { heldLink, type LeadLink, leadLink, readLink } from "./lead-link.ts";

type Page = { status: number; html: string };

/** Enough to know it by. The client may get to see it, so nothing of what the site thinks of it is here. */
const longestOpening = 600;
/** The rest stands on the page once these are decided. */
const mostOnOnePage = 100;

/**
 * What a link in a mail to the team leads to: undefined where it is none of ours. Only with `acts` is anything done, so programs
 * that look at links change nothing, however often they come.
 */
export async function answerLink(path: string, desk: StoreDesk, acts: boolean): Promise<Page | undefined> {
  const link = await readLink(path, desk.store.db, desk.now());
  if (!link) return undefined;
  if (link.mail.isOver) return gone(text.over);
  return link.kind === "list" ? heldPage(link, desk) : leadPage(link, desk, acts);
}

async function leadPage({ mail, ref, decision }: LeadLink & { kind: "lead" }, desk: StoreDesk, acts: boolean) {
  const { db } = desk.store;
  const who = mail.recipient;
  const outcome = acts ? await decideLead({ ref, decision, who }, desk) : undefined;
  const [row, ...amendments] = await decidedLeads(db, ref, decision);
  if (!row) return gone(text.erased);
  const isDone = await isDecided(db, [row, ...amendments], decision, who);
  const words = text[decision];
  const releases: Partial<Record<Decision, string>> = text.releases;
  const says = [row, ...amendments].some(isMarked) ? releases[decision] : undefined;
  const title = fill(outcome === "done" ? words.done : isDone ? words.already : words.ask, { ref: row.ref });
  return page(title, [
    h("p", isDone ? words.after : words.before),
    ...(!isDone && says ? [h("p", says)] : []),
    ...(isDone ? [] : [actionForm(leadLink(mail, ref, decision), text.labels[decision])]),
    ...(await Promise.all(
      [row, ...amendments.filter((each) => each.ref === ref)].map(async (each) =>
        outline(leadRecord(each), desk, await events(each.id, desk)),
      ),
    )),
    ...(isDone ? next[decision] : []).map((each) => {
      // What amends another may be spam alone.
      const words = fill(text.instead[each], { ref: each === "spam" ? ref : row.ref });
      return h("p", h("a", { href: leadLink(mail, ref, each) }, words));
    }),
    // Only from the mail of all: a client who got one inquiry's mail would see the others here.
    ...(isDone && channels[mail.kind].about === "site" ? [h("p", h("a", { href: heldLink(mail) }, text.rest))] : []),
  ]);
}

/** What comes after it, or takes it back. */
const next: Record<Decision, readonly Decision[]> = {
  "not-spam": ["spam"],
  spam: ["not-spam"],
  answered: ["open"],
  mine: ["answered", "open"],
  open: ["mine", "answered"],
};

async function heldPage({ mail }: LeadLink & { kind: "list" }, desk: StoreDesk): Promise<Page> {
  const { db } = desk.store;
  const held = likeliestFirst(await heldLeads(db).execute());
  if (held.length === 0) return page(text.none, [h("p", text.noneBody)]);
  // Of a flood, the messages of those alone that are shown.
  const ids = held.slice(0, mostOnOnePage).map(({ id }) => id);
  const rows = await db.selectFrom("lead").selectAll().where("id", "in", ids).execute();
  const shown = rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  const others = held.length - shown.length;
  return page(fill(text.held, { count: held.length }), [
    h("p", text.heldBody),
    ...shown.map((row) => {
      const buttons = (["not-spam", "spam"] as const).map((decision) =>
        actionForm(leadLink(mail, row.ref, decision), text.labels[decision], row.ref),
      );
      return outline(leadRecord(row), desk, [], buttons);
    }),
    ...(others > 0 ? [h("p", fill(text.others, { count: others }))] : []),
    h("p", h("a", { href: heldLink(mail) }, text.again)),
  ]);
}

function outline(
  { ref, form, fields, titles, receivedAt, call }: LeadRecord,
  { teamTimeZone }: StoreDesk,
  history: string[],
  buttons: ElementContent[] = [],
): ElementContent {
  const country = fields.country && countryName(fields.country, "en");
  const opening = fields.message.slice(0, longestOpening).toWellFormed();
  return h("article", [
    h("h2", { dir: "auto" }, `${ref}: ${[fields.name, fields.company].filter(Boolean).join(", ") || fields.email}`),
    h(
      "p",
      { className: "soft", dir: "auto" },
      [fields.email, country, form, titles?.en, minuteAndPlace(teamTimeZone, receivedAt)].filter(Boolean).join(", "),
    ),
    ...(call ? [h("p", callAsked(call))] : []),
    ...(opening
      ? [h("blockquote", { dir: "auto" }, opening.length < fields.message.length ? `${opening} …` : opening)]
      : []),
    ...(history.length > 0
      ? [
          h(
            "ul",
            history.map((each) => h("li", each)),
          ),
        ]
      : []),
    ...buttons,
  ]);
}

async function events(leadId: string, { store, teamTimeZone }: StoreDesk): Promise<string[]> {
  const rows = await store.db.selectFrom("history").selectAll().where("lead_id", "=", leadId).orderBy("at").execute();
  // Without the host: colleagues know each other, and whoever else sees the page gets nobody's address.
  const name = (who: string) => who.replace(/@[^@]*$/, "");
  return rows.map(({ what, who, at }) =>
    fill(text.events[what], { who: name(who), at: minuteAndPlace(teamTimeZone, at) }),
  );
}

function page(title: string, content: ElementContent[]): Page {
  return { status: 200, html: actionPage("en", title, content) };
}

function gone(sentence: string): Page {
  return { status: 410, html: actionPage("en", text.gone, [h("p", sentence)]) };
}
