import { readFileSync } from "node:fs";
import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import { h, s } from "hastscript";
import { brand } from "#lib/brand.ts";
import { brandCss } from "#lib/brand-css.ts";
import type { Message } from "./inbox-message.ts";

export const inboxStyle = brandCss() + readFileSync(new URL("inbox.css", import.meta.url), "utf8");
export const inboxScript = readFileSync(new URL("inbox-follow.js", import.meta.url), "utf8");

const refreshSeconds = 2;
const time = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "medium" });

export function listPage(messages: readonly Message[], smtpAddress: string): string {
  const count = messages.length === 1 ? "1 mail" : `${messages.length} mails`;
  return page({
    title: messages.length === 0 ? "Inbox" : `Inbox (${messages.length})`,
    head: [
      h("script", { src: "/inbox.js", type: "module", dataNewest: newestOf(messages), id: "follow" }),
      h("noscript", h("meta", { httpEquiv: "refresh", content: String(refreshSeconds) })),
    ],
    body: [
      h("h1", "Inbox"),
      h(
        "p.note",
        `${messages.length === 0 ? "" : `${count}, newest first. `}Everything sent by SMTP to `,
        h("code", smtpAddress),
        " lands here and goes no further. New mail appears by itself.",
      ),
      messages.length === 0 ? emptyState() : h("ol.mails", messages.map(listItem)),
    ],
  });
}

/** Changes with every mail that comes: by it the page sees that its list is out of date. */
export function newestOf(messages: readonly Message[]): string {
  return messages[0]?.id ?? "none";
}

function emptyState() {
  return h("section.empty", [
    h("h2", "No mails yet"),
    h("p", "Send one of the site’s forms. The team’s mail and the visitor’s receipt will appear here."),
  ]);
}

function listItem(message: Message) {
  return h("li", [
    received(message),
    h("div", [
      h("a", { href: `/messages/${message.id}` }, subjectOf(message)),
      h("dl", [
        ...entry("From", message.headers.from ?? message.envelope.from),
        ...entry("To", message.envelope.to.join(", ")),
      ]),
    ]),
  ]);
}

export function messagePage(message: Message): string {
  const headers = Object.entries(message.headers);
  const subject = subjectOf(message);
  return page({
    title: subject,
    body: [
      h("p", h("a", { href: "/" }, "← All mails")),
      h("h1", subject),
      h("dl.envelope", [
        ...entry("Received", received(message)),
        ...entry("From", message.headers.from ?? message.envelope.from),
        ...entry("To (envelope)", message.envelope.to.join(", ")),
        ...(message.headers["reply-to"] ? entry("Reply to", message.headers["reply-to"]) : []),
      ]),
      h("div.parts", [
        h("section", [h("h2", "HTML part"), htmlPart(message)]),
        h("section", [h("h2", "Text part"), textPart(message)]),
      ]),
      h("details", [
        h("summary", `All headers (${headers.length})`),
        h(
          "dl.headers",
          headers.flatMap(([name, value]) => entry(name, value)),
        ),
      ]),
      h("details", [h("summary", "Source"), h("pre", { tabIndex: 0 }, message.raw)]),
    ],
  });
}

function htmlPart(message: Message) {
  if (message.html === undefined) return h("p.note", "This mail has no HTML part.");
  return h("iframe", { src: `/messages/${message.id}/html`, sandbox: "", title: "HTML part of the mail" });
}

function textPart(message: Message) {
  if (message.text === undefined) return h("p.note", "This mail has no text part.");
  return h("pre", { tabIndex: 0 }, message.text);
}

export function notFoundPage(keptMessages: number): string {
  return page({
    title: "No such mail",
    body: [
      h("h1", "No such mail"),
      h("p", `The inbox keeps the last ${keptMessages} mails, and forgets them all when it stops.`),
      h("p", h("a", { href: "/" }, "← All mails")),
    ],
  });
}

function subjectOf(message: Message): string {
  return message.subject || "(no subject)";
}

function received(message: Message) {
  return h("time", { dateTime: message.at }, time.format(new Date(message.at)));
}

function entry(name: string, value: string | Element) {
  return [h("div", [h("dt", name), h("dd", value)])];
}

function page({ title, head = [], body }: { title: string; head?: Element[]; body: Element[] }): string {
  return toHtml([
    { type: "doctype" },
    h("html", { lang: "en" }, [
      h("head", [
        h("meta", { charSet: "utf-8" }),
        h("title", `${title} · ${brand.name} inbox`),
        h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
        h("meta", { name: "color-scheme", content: "light dark" }),
        h("link", { rel: "stylesheet", href: "/inbox.css" }),
        ...head,
      ]),
      h("body", [h("header", h("a", { href: "/" }, mark(), `${brand.name} inbox`)), h("main", body)]),
    ]),
  ]);
}

/** An envelope drawn like the site's tiles: square, two colours. */
function mark() {
  return s("svg", { viewBox: "0 0 60 60", width: 28, height: 28, ariaHidden: "true" }, [
    s("path", { d: "M0 0h60v60H0z", fill: brand.gold }),
    s("path", { d: "M10 16h40v4L30 36 10 20zM10 27l20 16 20-16v17H10z", fill: brand.ink }),
  ]);
}
