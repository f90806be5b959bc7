import { brand } from "#lib/brand.ts";
import { getMailText } from "#lib/i18n/mail-text.ts";
import { paths } from "#lib/i18n/paths.ts";
import { callLink } from "#lib/leads/call/call-link.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import { isAnswered } from "#lib/leads/form/is-answered.ts";
import { hoursTogether } from "#lib/leads/hours-together.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { type SubscriptionAction, subscriptionLink } from "#lib/leads/newsletter/subscription-link.ts";
import type { LeadRecord } from "#lib/leads/store/lead-record.ts";
import type { Mail, MailPicture } from "#lib/mail/mail.ts";
import { buttons, factTable, link, mailPage, paragraph } from "#lib/mail/mail-page.ts";

type ReceiptDesk = Pick<LeadDesk, "siteUrl" | "answersTo" | "replyPromise" | "now"> & {
  /** Its own row in the outbox, with the key of the links in it. */
  mail: { id: string; link_key: string | null };
  /** Who takes an address off the newsletter's list, where no link can. */
  leaveAt: string;
};

/**
 * What the visitor gets, in their language. Nothing that was typed is in it, not even the name: whoever types a
 * stranger's address cannot make us deliver a text to them.
 */
export function leadReceipt(
  lead: LeadRecord,
  { siteUrl, answersTo, mail, leaveAt, replyPromise, now }: ReceiptDesk,
  picture?: MailPicture,
): Pick<Mail, "subject" | "replyTo" | "headers" | "leaveBy" | "text" | "html" | "picture"> {
  const { form, locale, titles, fields } = lead;
  const { receipt, newsletter, reply, application, call } = getMailText(locale);
  const own: Partial<Record<FormName, { next: string; mistake?: string }>> = { newsletter, reply, application };
  const title = receipt[form];
  const ref = lead.amends ?? lead.ref;
  const hours = fields.zone && hoursTogether(fields.zone, now(), locale);
  const facts: [string, string][] = [[receipt.reference, ref]];
  if (titles) facts.push([receipt.topic, titles[locale]]);
  if (hours) facts.push([receipt.hours, hours]);
  const links = form === "newsletter" ? subscriptionLinks(mail, siteUrl) : undefined;
  const contactPage = `${siteUrl}${paths.contact(locale)}`;
  const { next, mistake } = { ...receipt, ...own[form] };
  const isAsked = isAnswered(form);
  const coming = [next, ...(isAsked && replyPromise ? [replyPromise[locale]] : [])].join(" ");
  const callPage =
    isAsked && mail.link_key !== null ? siteUrl + callLink({ id: mail.id, key: mail.link_key }) : undefined;
  const add = isAsked && answersTo ? [receipt.add] : [];
  return {
    subject: `[${ref}] ${title}`,
    ...(answersTo && { replyTo: { name: brand.name, address: answersTo } }),
    headers: {
      // RFC 3834: an answer of a machine, which other machines do not answer.
      "Auto-Submitted": "auto-replied",
      "X-Auto-Response-Suppress": "All",
      "X-Lead-Ref": ref,
      // RFC 8058: the mail program leaves in its user's name, by a post without a page.
      ...(links && { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
    },
    ...(links && { leaveBy: [links.leave, leaveLink(leaveAt, ref)] }),
    text: [
      title,
      facts.map(([label, value]) => `${label}: ${value}`).join("\n"),
      coming,
      ...add,
      ...(callPage ? [`${call.offer} ${call.request}\n${callPage}`] : []),
      ...(links ? [`${newsletter.join}\n${links.join}`, `${newsletter.leave}\n${links.leave}`] : []),
      `${receipt.again}\n${contactPage}`,
      mistake,
      `${brand.name}\n${receipt.automatic}`,
    ].join("\n\n"),
    html: mailPage({
      lang: locale,
      title,
      blocks: [
        factTable(facts),
        paragraph(coming),
        ...add.map((text) => paragraph(text)),
        ...(callPage
          ? [paragraph(`${call.offer} ${call.request}`), buttons([{ label: call.link, url: callPage }])]
          : []),
        ...(links
          ? [
              buttons([{ label: newsletter.join, url: links.join }]),
              paragraph(`${newsletter.leave} `, link(links.leave, newsletter.leaveLink)),
            ]
          : []),
        paragraph(`${receipt.again} `, link(contactPage)),
        paragraph(mistake),
      ],
      footer: [brand.name, receipt.automatic],
      picture,
    }),
    picture,
  };
}

function subscriptionLinks({ id, link_key }: ReceiptDesk["mail"], siteUrl: string) {
  if (link_key === null) throw new Error(`the receipt ${id} has no key`);
  const link = (action: SubscriptionAction) => siteUrl + subscriptionLink({ id, link_key }, action);
  return { join: link("join"), leave: link("leave") };
}

/** RFC 2369. Mail programs offer it as a button; it opens a mail that a person of ours reads. */
function leaveLink(address: string, ref: string): string {
  return `mailto:${encodeURI(address)}?subject=${encodeURIComponent(`Unsubscribe ${ref}`)}`;
}
