import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import type { attributionColumns } from "#lib/leads/attribution/attribution-facts.ts";
import type { tombstone } from "#lib/leads/erase/erase-leads.ts";
import type { FieldName, FieldsLike } from "#lib/leads/form/fields.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { SpamReason } from "#lib/leads/spam/spam-score.ts";
import type { LeadDatabase, LeadTable } from "#lib/leads/store/lead-database.ts";
import { contact, deskForTests, newsletter } from "./desk-for-tests.ts";

type Sentence = Record<Locale, string>;
/** Nothing of a person is in it: why. */
type Impersonal = string;

const heading = {
  came: { en: "## How you came to us", es: "## Cómo llegó usted hasta nosotros" },
  asked: { en: "## What the forms ask for", es: "## Qué piden los formularios" },
} satisfies Record<string, Sentence>;

const email = { en: "your email address", es: "su correo electrónico" };
const reference = { en: "under a reference number", es: "con un número de referencia" };
const randomNumber = { en: "keeps a random number", es: "conserva un número al azar" };
const mailed = {
  en: "Of every email the site notes whom it was for, when it went out, and what the mail server answered.",
  es: "De cada correo el sitio anota para quién era, cuándo salió y qué respondió el servidor de correo.",
};
const consent = {
  en: "the sentence you agreed to: which wording, in which language, on which page and when",
  es: "la frase que usted aceptó: cuál versión, en qué idioma, en qué página y cuándo",
};
const points = {
  en: "gives each message points for signs that a program sent it, or somebody who only wants to sell, and stores them with it",
  es: "le da a cada mensaje puntos por los indicios de que lo envió un programa, o alguien que solo quiere vender, y los guarda con él",
};
const confirmation = {
  en: "A confirmation with the reference number goes to the address you gave: at most two a day, and two more for the newsletter.",
  es: "Al correo que usted indicó llega una confirmación con el número de referencia: máximo dos al día y, aparte, dos por la suscripción al boletín.",
};
const call = {
  en: "the time you would like to be called at, the time zone you chose it in, and how often you asked",
  es: "la hora en que quiere que lo llamemos, la zona horaria en que la escogió y cuántas veces la pidió",
};
const held = { en: "Until somebody decides, it stays held.", es: "Mientras nadie decida, sigue retenido." };

const dealtWith = {
  en: "Who on the team takes a message, answers it or decides about it is noted with it, and when.",
  es: "Con cada mensaje queda anotado quién del equipo lo toma, lo responde o decide sobre él, y cuándo.",
};

/** Those that may be left empty are named from their table, in the place of this block. */
const optional: Sentence = { en: "<OptionalFields />", es: "<OptionalFields />" };

const typed: Record<Exclude<FieldName, FieldsLike<{ isOptional: true }>>, Sentence> = {
  name: { en: "your name", es: "su nombre" },
  email,
  message: { en: "your message", es: "su mensaje" },
  company: { en: "your company", es: "su empresa" },
  country: { en: "your country", es: "su país" },
  service: { en: "the service you are interested in", es: "el servicio que le interesa" },
  zone: { en: "the time zone you entered or chose there", es: "la zona horaria que indicó o eligió allí" },
  article: { en: "which article it is about", es: "de qué artículo se trata" },
  opening: { en: "which opening it is about", es: "de qué vacante se trata" },
  cv: { en: "the address of your CV or profile", es: "la dirección de su hoja de vida o de su perfil" },
  consent: { en: "Every form asks you to agree", es: "Todos los formularios le piden autorizar" },
};

const came: Record<(typeof attributionColumns)[number], Sentence> = {
  read_before: { en: "the page of ours you opened it from", es: "la página nuestra desde la que lo abrió" },
  landing: { en: "the page of ours where your visit began", es: "la página nuestra en la que empezó su visita" },
  referrer: {
    en: "the address of the page of another site that you came from",
    es: "la dirección de la página de otro sitio de la que usted venía",
  },
  utm_source: inBoth("`utm_source`"),
  utm_medium: inBoth("`utm_medium`"),
  utm_campaign: inBoth("`utm_campaign`"),
  utm_term: inBoth("`utm_term`"),
  utm_content: inBoth("`utm_content`"),
  gclid: inBoth("`gclid`"),
  fbclid: inBoth("`fbclid`"),
  msclkid: inBoth("`msclkid`"),
  li_fat_id: inBoth("`li_fat_id`"),
  link_ref: inBoth("`ref`"),
};

const speed = { en: "how fast and how often something is sent", es: "la rapidez y la frecuencia con que se envía" };
const network = { en: "from which network", es: "la red desde la que llega" };
const copies = {
  en: "whether others sent nearly the same text or the same form",
  es: "que otros hayan enviado casi el mismo texto o el mismo formulario",
};
const letters = { en: "in which alphabet it is written", es: "el alfabeto en que está escrito" };
const pitch = { en: "how much it reads like a sales pitch", es: "cuánto se parece a un mensaje de ventas" };
const hiddenField = {
  en: "a field that people do not see was filled in",
  es: "venga lleno un campo que las personas no ven",
};
const codes = {
  en: "a code worked out from its words and one of the form it came from",
  es: "un código calculado a partir de sus palabras y otro del formulario del que llegó",
};
const links = { en: "what links are in it", es: "los enlaces que trae" };

const signs: Record<SpamReason, Sentence> = {
  decoy: hiddenField,
  decoy_repeats: hiddenField,
  under_2_seconds: speed,
  under_4_seconds: speed,
  no_token: speed,
  bare_request: {
    en: "the browser left out what browsers usually say",
    es: "el navegador no diga lo que los navegadores suelen decir",
  },
  link_in_name: links,
  link_as_company: links,
  many_links: links,
  anchors: links,
  messenger: {
    en: "whether it asks for an answer through a messaging app",
    es: "que pida respuesta por una aplicación de mensajería",
  },
  other_script: letters,
  gibberish: letters,
  sales_word: pitch,
  sales_words: pitch,
  sales_pitch: pitch,
  link_to_sales: pitch,
  quoted: pitch,
  copy: copies,
  copies,
  used_token: copies,
  sender_often: network,
  sender_all_day: network,
  email_often: speed,
  form_flooded: speed,
  amends_held: held,
};

const viewed = {
  en: "For each day it keeps a number by page and language",
  es: "De cada día conserva un número por página e idioma",
};
const viewedFrom = {
  en: "by the campaign and the site that led there, and, for a page with a form, by the page of ours it was opened from",
  es: "por la campaña y el sitio que llevaron hasta allí y, si la página tiene un formulario, por la página nuestra desde la que se abrió",
};

const written = { en: "What you wrote is stored", es: "Lo que escribió se guarda" };

// A column that is missing here does not compile.
const stored: { [Table in keyof LeadDatabase]: Record<keyof LeadDatabase[Table], Sentence | Impersonal> } = {
  lead: {
    id: "made at random",
    ref: reference,
    form: heading.asked,
    locale: { en: "the language of the page", es: "el idioma de la página" },
    page: { en: "the page you sent it from", es: "la página desde la que lo envió" },
    submission_key: randomNumber,
    form_key: randomNumber,
    amends: { en: "the second belongs to the first", es: "el segundo corresponde al primero" },
    sender_code: {
      en: "a code with your message that is worked out from it and changes every day",
      es: "un código calculado a partir de ella, que cambia cada día",
    },
    payload: written,
    service_titles: typed.service,
    email,
    text_print: codes,
    find_text: written,
    token_hash: codes,
    phone_e164: { en: "in its international form", es: "en formato internacional" },
    status: held,
    spam_score: points,
    spam_reasons: points,
    digest_at: { en: "Once a day the team receives a list", es: "Una vez al día el equipo recibe una lista" },
    receipt_at: confirmation,
    attribution: heading.came,
    call_at: call,
    call_zone: call,
    calls: call,
    created_at: { en: "with the date", es: "la fecha" },
    erased_at: { en: "the dates", es: "las fechas" },
  },
  consent_text: { hash: "of a sentence of ours", sentence: "ours" },
  consent: {
    id: "made at random",
    lead_id: reference,
    text_hash: consent,
    version: consent,
    locale: consent,
    page: consent,
    given_at: consent,
  },
  history: { id: "made at random", lead_id: reference, at: dealtWith, what: dealtWith, who: dealtWith },
  outbox: {
    id: "made at random",
    lead_id: reference,
    kind: mailed,
    recipient: mailed,
    message_id: "made at random",
    link_key: "made at random",
    content: "of mails that are about no lead",
    state: mailed,
    attempts: mailed,
    safe_form: mailed,
    restored: mailed,
    queued_at: mailed,
    next_at: mailed,
    lease_token: "made at random",
    lease_until: mailed,
    last_class: mailed,
    last_reply: mailed,
    sent_at: mailed,
  },
  attempt: {
    id: "made at random",
    outbox_id: mailed,
    at: mailed,
    code: mailed,
    reply: mailed,
    class: mailed,
    ms: mailed,
  },
  alarm: { topic: reference, opened_at: "when something went wrong" },
  sighting: { topic: "what was seen of the site", at: "when", facts: "what was seen of the site" },
  counted_part: {
    zone: "ours",
    since: "of a part of a month",
    before: "of a part of a month",
    noted_at: "of a part of a month",
    changes: "a count",
    counts: "counts, by page, service, country, language, form, source and campaign",
  },
  view_count: {
    day: viewed,
    path: viewed,
    locale: viewed,
    source: viewedFrom,
    campaign: viewedFrom,
    opened_from: viewedFrom,
    views: { en: "how often a page is opened", es: "cuántas veces se abre cada página" },
    ahead: { en: "how often a page is opened", es: "cuántas veces se abre cada página" },
  },
};

const remains = { en: "What remains is a line without your name", es: "Queda una línea sin su nombre" };
const delivered = { en: "whether the emails went out", es: "si los correos salieron" };
const program = {
  en: "what made a message look like a program’s if something did",
  es: "los indicios de que un programa envió el mensaje, si los hubo",
};

/** Of a lead that was erased. What a tombstone leaves alone and is missing here does not compile. */
const left: Record<Exclude<keyof LeadTable, keyof ReturnType<typeof tombstone>>, Sentence> = {
  id: remains,
  ref: { en: "the reference number, the form and the page", es: "el número de referencia, el formulario y la página" },
  form: { en: "the form and the page", es: "el formulario y la página" },
  locale: { en: "the page, the language, the dates", es: "la página, el idioma, las fechas" },
  page: { en: "the form and the page", es: "el formulario y la página" },
  amends: remains,
  spam_score: program,
  spam_reasons: program,
  digest_at: program,
  receipt_at: delivered,
  created_at: { en: "the dates, the service and the country", es: "las fechas, el servicio y el país" },
};

/** In the browser, by what the scripts of a form call it. */
const inBrowser: Record<string, Sentence> = {
  "the key of a form, in the history": randomNumber,
  "what the form held when its draft was kept, as a number in the history": {
    en: "a second number that is worked out from your text",
    es: "otro número, calculado a partir de su texto",
  },
  "the draft of a form": {
    en: "in the tab’s storage (`sessionStorage`)",
    es: "en el almacenamiento de la pestaña (`sessionStorage`)",
  },
};

/** Beside the database. */
const elsewhere: Record<string, Sentence> = {
  "the spool": {
    en: "in a file beside it while the database cannot be reached",
    es: "en un archivo junto a ella mientras no se pueda usar",
  },
  "the webhook": {
    en: "If the company has connected a system of its own",
    es: "Si la empresa conectó un sistema propio",
  },
  "the chat": {
    en: "If it has connected a chat, such as Slack or Microsoft Teams, your name, company and country, the service and the first lines",
    es: "Si conectó un chat, como Slack o Microsoft Teams, allí llegan su nombre, su empresa, su país, el servicio y las primeras líneas",
  },
  "the conversion": { en: "counts its inquiries in Plausible", es: "cuenta sus solicitudes en Plausible" },
  "an application": {
    en: "An application for an opening goes to the team alone",
    es: "Una postulación a una vacante llega solo al equipo",
  },
  "how long an application is kept": {
    en: "This holds for applications, too",
    es: "Esto vale también para las postulaciones",
  },
  "how long a sign-up is kept": {
    en: "A sign-up for the newsletter stays for as long as you are on the list",
    es: "La suscripción al boletín permanece mientras usted esté en la lista",
  },
  "a held message": held,
  "the history of an erased lead": {
    en: "who on the team dealt with it and when",
    es: "quién del equipo lo atendió y cuándo",
  },
  "the list of held messages": {
    en: "with the name, the email address, the company, the country, the service and the first lines of each message",
    es: "con el nombre, el correo, la empresa, el país, el servicio y las primeras líneas de cada mensaje",
  },
  "nothing of a reader": {
    en: "without cookies and without any data about you",
    es: "sin cookies y sin ningún dato suyo",
  },
  "page views, for a while": { en: "They are deleted after 25 months.", es: "Se borran a los 25 meses." },
  "a backup": { en: "backup copies of the database", es: "copias de seguridad de la base de datos" },
};

const notice = Object.fromEntries(
  locales.map((locale) => [locale, readFileSync(`content/${locale}/pages/privacy.mdx`, "utf8")]),
);

const told = Object.entries({
  ...stored,
  "a field": { ...typed, optional },
  "how they came": came,
  "a sign": signs,
  "an erased lead": left,
  inBrowser,
  elsewhere,
})
  .flatMap(([place, fields]) => Object.entries(fields).map(([field, sentence]) => ({ place, field, sentence })))
  .flatMap(({ sentence, ...kept }) => (typeof sentence === "string" ? [] : [{ ...kept, sentence }]));

test.each(told)("the privacy notice says in both languages that $place keeps $field", ({ sentence }) => {
  for (const locale of locales) expect(notice[locale]).toContain(sentence[locale]);
});

test("the privacy notice says how many confirmations of messages, and how many of sign-ups, somebody gets in a day", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  for (const message of ["One.", "Two.", "Three."]) {
    await submitLead(contact({ message }), desk);
    await submitLead(newsletter({}, { key: message }), desk);
    clock.pass(3600);
  }
  const confirmed = await desk.store.db.selectFrom("lead").select("form").where("receipt_at", "is not", null).execute();
  const inWords = (counted: string, locale: Locale) =>
    ({ en: ["no", "one", "two", "three"], es: ["ninguna", "una", "dos", "tres"] })[locale][
      confirmed.filter(({ form }) => form === counted).length
    ];
  expect(notice.en).toContain(
    `at most ${inWords("contact", "en")} a day, and ${inWords("newsletter", "en")} more for the newsletter`,
  );
  expect(notice.es).toContain(
    `máximo ${inWords("contact", "es")} al día y, aparte, ${inWords("newsletter", "es")} por la suscripción al boletín`,
  );
});

test("every column of the store is among them", async () => {
  const { desk } = await deskForTests();
  const tables = await desk.store.db.introspection.getTables();
  const columns = tables.map(({ name, columns }) => [name, columns.map((column) => column.name).sort()]);
  const known = Object.entries(stored).map(([name, fields]) => [name, Object.keys(fields).sort()]);
  expect(Object.fromEntries(columns)).toEqual(Object.fromEntries(known));
});

function inBoth(words: string): Sentence {
  return { en: words, es: words };
}
