import { mail as en } from "#content/en/mail.ts";
import { mail as es } from "#content/es/mail.ts";
import { brand } from "#lib/brand.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import type { LeadRecord } from "#lib/leads/store/lead-record.ts";
import type { Mail, MailPicture } from "#lib/mail/mail.ts";
import { factTable, link, mailPage, paragraph } from "#lib/mail/mail-page.ts";

const texts: Record<Locale, typeof en> = { en, es };

type ReceiptDesk = Pick<LeadDesk, "siteUrl" | "answersTo"> & {
  /** Who takes an address off the newsletter's list. */
  leaveAt: string;
};

/**
 * What the visitor gets, in their language. Nothing that was typed is in it, not even the name: whoever types a
 * stranger's address cannot make us deliver a text to them.
 */
export function leadReceipt(
  { ref, form, locale, titles }: LeadRecord,
  { siteUrl, answersTo, leaveAt }: ReceiptDesk,
  picture?: MailPicture,
): Pick<Mail, "subject" | "replyTo" | "headers" | "text" | "html" | "picture"> {
  const { receipt, newsletter, reply } = texts[locale];
  const title = receipt[form];
  const facts: [string, string][] = [[receipt.reference, ref]];
  if (titles) facts.push([receipt.topic, titles[locale]]);
  const contactPage = `${siteUrl}${paths.contact(locale)}`;
  const { next, mistake } = { ...receipt, ...(form === "newsletter" && newsletter), ...(form === "reply" && reply) };
  return {
    subject: `[${ref}] ${title}`,
    ...(answersTo && { replyTo: { name: brand.name, address: answersTo } }),
    headers: {
      // RFC 3834: an answer of a machine, which other machines do not answer.
      "Auto-Submitted": "auto-replied",
      "X-Auto-Response-Suppress": "All",
      "X-Lead-Ref": ref,
      ...(form === "newsletter" && { "List-Unsubscribe": `<${leaveLink(leaveAt, ref)}>` }),
    },
    text: [
      title,
      facts.map(([label, value]) => `${label}: ${value}`).join("\n"),
      next,
      ...(form === "newsletter" ? [`${newsletter.leave}\n${leaveAt}`] : []),
      `${receipt.again}\n${contactPage}`,
      mistake,
      `${brand.name}\n${receipt.automatic}`,
    ].join("\n\n"),
    html: mailPage({
      lang: locale,
      title,
      blocks: [
        factTable(facts),
        paragraph(next),
        ...(form === "newsletter" ? [paragraph(`${newsletter.leave} `, link(leaveLink(leaveAt, ref), leaveAt))] : []),
        paragraph(`${receipt.again} `, link(contactPage)),
        paragraph(mistake),
      ],
      footer: [brand.name, receipt.automatic],
      picture,
    }),
    picture,
  };
}

/** RFC 2369. Mail programs offer it as a button; it opens a mail that a person of ours reads. */
function leaveLink(address: string, ref: string): string {
  return `mailto:${encodeURI(address)}?subject=${encodeURIComponent(`Unsubscribe ${ref}`)}`;
}
