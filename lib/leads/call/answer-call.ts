import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { earliestCall } from "#lib/hours/call-slots.ts";
import { findZone } from "#lib/hours/find-zone.ts";
import { fill } from "#lib/i18n/fill.ts";
import { defaultLocale, isLocale, type Locale } from "#lib/i18n/locales.ts";
import { getMailText } from "#lib/i18n/mail-text.ts";
import { paths } from "#lib/i18n/paths.ts";
import { actionPage } from "#lib/leads/action-page.ts";
import { errorCode } from "#lib/leads/error-code.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { askForCall } from "./ask-for-call.ts";
import { type CallLink, callLink, readCallLink } from "./call-link.ts";
import { callOffer } from "./call-offer.ts";
import { callPlace } from "./call-place.ts";
import { callTimes } from "./call-times.ts";

type Page = { status: number; html: string };

/** A page may have been open for a while, so less is asked for than when a time is offered. */
const workingHoursBefore = 2;

/**
 * What the link in a receipt and the times on the page of thanks lead to; undefined where a path is none of them. Only with `acts` is
 * anything asked for, so programs that look at links ask for nothing.
 */
export async function answerCall(
  path: string,
  desk: LeadDesk,
  acts: boolean,
  query = new URLSearchParams(),
): Promise<Page | undefined> {
  try {
    return await answer(path, desk, acts, query);
  } catch (cause) {
    // Whoever was thanked out of the spool may press at once.
    desk.report("call not taken", errorCode(cause));
    const locale = query.get("locale") ?? undefined;
    return later(isLocale(locale) ? locale : defaultLocale);
  }
}

async function answer(path: string, desk: LeadDesk, acts: boolean, query: URLSearchParams): Promise<Page | undefined> {
  const link = await readCallLink(path, desk);
  if (!link) return undefined;
  const asked = query.get("locale") ?? undefined;
  const locale = isLocale(asked) ? asked : (link.lead?.locale ?? defaultLocale);
  const { call: text } = getMailText(locale);
  const { lead, slot } = link;
  if (!lead && acts) return later(locale);
  if (lead?.status === "erased" || link.isOver)
    return page(410, locale, link.isOver ? text.over : text.gone, [writeTo(locale)]);

  const named = query.get("office") ?? undefined;
  const { place, isGuess } = callPlace(lead, locale, named);
  const choices = (asked?: Date) => choicesOf(link, { place, isGuess, asked }, locale, desk, named);
  if (!acts || !slot || !lead) return page(200, locale, text.ask, [h("p", text.request), ...choices()]);
  if (slot < earliestCall(desk.now(), workingHoursBefore))
    return page(409, locale, text.passed, [h("p", text.passedBody), ...choices()]);

  const zone = isGuess ? undefined : place.timeZone;
  const outcome = await askForCall(lead, { slot, zone }, desk);
  if (outcome === "gone") return page(410, locale, text.gone, [writeTo(locale)]);
  if (outcome === "often") return page(429, locale, text.often, [h("p", text.oftenBody)]);
  const { day, clocks } = callTimes(slot, place, locale);
  return page(200, locale, text[outcome], [
    h("p", { className: "time" }, [h("b", day), ...clocks.map((clock) => h("span", clock))]),
    h("p", text.unbooked),
    h("h2", text.other),
    ...choices(slot),
  ]);
}

function later(locale: Locale): Page {
  const { call: text } = getMailText(locale);
  return page(503, locale, text.later, [h("p", text.laterBody)]);
}

/** The times, a button each; and a field for another zone than theirs. */
function choicesOf(
  { proof }: CallLink,
  { place, isGuess, asked }: ReturnType<typeof callPlace> & { asked: Date | undefined },
  locale: Locale,
  desk: LeadDesk,
  named: string | undefined,
): ElementContent[] {
  const { call: text } = getMailText(locale);
  const offered = callOffer(proof, { place, isGuess }, locale, desk.now());
  const others = offered.filter(({ slot }) => slot.getTime() !== asked?.getTime());
  return [
    ...(isGuess ? [h("p", fill(text.guess, { place: place.label }))] : []),
    ...others.map(({ path, times }) =>
      h("form", { method: "post", action: path, className: "time" }, [
        h("button", { type: "submit" }, [h("b", times.day), ...times.clocks.map((clock) => h("span", clock))]),
      ]),
    ),
    ...(offered.length > 0
      ? [h("p", { className: "soft" }, text.holidays)]
      : [h("p", fill(text.none, { place: place.label })), writeTo(locale)]),
    zoneForm(callLink(proof), locale, named),
  ];
}

function zoneForm(path: string, locale: Locale, named: string | undefined): Element {
  const { call: text } = getMailText(locale);
  const found = named ? findZone(named, locale) : undefined;
  const suggestions = found && !found.ok ? found.suggestions : undefined;
  const error = suggestions && named !== undefined && fill(text.unknown, { typed: named.slice(0, 100).toWellFormed() });
  return h("form", { action: path, className: "zone" }, [
    h("label", { htmlFor: "office" }, text.zone),
    h("p", { className: "soft", id: "office-hint" }, text.zoneHint),
    ...(error ? [h("p", { id: "office-error", className: "wrong" }, error)] : []),
    ...(suggestions && suggestions.length > 0
      ? [
          h("p", [
            `${text.suggestions} `,
            ...suggestions.flatMap(({ key, label }, index) => [
              index > 0 ? ", " : "",
              h("a", { href: `${path}?${new URLSearchParams({ locale, office: key })}` }, label),
            ]),
          ]),
        ]
      : []),
    h("input", { type: "hidden", name: "locale", value: locale }),
    h("input", {
      id: "office",
      name: "office",
      autoComplete: "off",
      maxLength: 64,
      required: true,
      value: found && !found.ok ? named?.slice(0, 64) : undefined,
      ariaDescribedBy: error ? ["office-hint", "office-error"] : ["office-hint"],
      ...(error && { ariaInvalid: "true" }),
    }),
    h("button", { type: "submit" }, text.show),
  ]);
}

function writeTo(locale: Locale): Element {
  return h("p", h("a", { href: paths.contact(locale) }, getMailText(locale).call.write));
}

function page(status: number, locale: Locale, title: string, content: ElementContent[]): Page {
  return { status, html: actionPage(locale, title, content) };
}
