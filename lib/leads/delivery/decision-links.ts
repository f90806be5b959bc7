import { decisionPage } from "#content/en/mail.ts";
import type { Decision } from "#lib/leads/decide/decision.ts";
import { leadLink } from "#lib/leads/decide/lead-link.ts";

type DecisionLink = { label: string; url: string };

/** What the recipient of a mail may say of a lead; nothing in a mail that was queued before there were links. */
export function decisionLinks(
  mail: Parameters<typeof leadLink>[0],
  ref: string,
  asked: readonly Decision[],
  siteUrl: string,
): DecisionLink[] {
  if (mail.link_key === null) return [];
  return asked.map((decision) => ({
    label: decisionPage.labels[decision],
    url: siteUrl + leadLink(mail, ref, decision),
  }));
}

/** A line each, which programs and people can read. */
export function linkLines(links: DecisionLink[]): string {
  return links.map(({ label, url }) => `${label}: ${url}`).join("\n");
}
