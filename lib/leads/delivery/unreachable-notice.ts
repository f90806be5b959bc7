import { unreachable } from "#content/en/mail.ts";
import { fill } from "#lib/i18n/fill.ts";
import { normaliseLine } from "#lib/leads/form/normalise.ts";
import { slipOf } from "#lib/leads/form/slip-of.ts";
import type { LeadRecord } from "#lib/leads/store/lead-record.ts";
import { buttons, link, mailPage, paragraph } from "#lib/mail/mail-page.ts";
import { noUtf8 } from "#lib/mail/no-utf8.ts";
import { decisionLinks, linkLines } from "./decision-links.ts";

type UnreachableDesk = { mail: Parameters<typeof decisionLinks>[0]; siteUrl: string; reply: string };

/** What Node and nodemailer say of the place, before what the server said. */
const beforeCode = /^[A-Z ]+(?=\d{3})/;

/** What the team gets, in the thread of a notice, when the client's address takes no mail: the other ways to them. */
export function unreachableNotice({ ref, fields, phoneE164 }: LeadRecord, { mail, siteUrl, reply }: UnreachableDesk) {
  const { email, phone } = fields;
  const title = `[${ref}] ${reply === noUtf8 ? unreachable.subjectOurs : unreachable.subject}`;
  const slip = slipOf(email);
  const said = [
    reply === noUtf8
      ? fill(unreachable.whyOurs, { email })
      : fill(unreachable.why, { email, reply: reply.replace(beforeCode, "") }),
    ...(slip ? [fill(unreachable.slip, { address: slip })] : []),
    normaliseLine([fields.name, fields.company].filter(Boolean).join(", ")),
  ].filter(Boolean);
  const number = phoneE164 ?? phone;
  const links = decisionLinks(mail, ref, ["mine", "answered", "spam"], siteUrl);
  return {
    subject: title,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "X-Lead-Ref": ref },
    text: [...said, number ? `${unreachable.call} ${number}` : unreachable.noPhone, linkLines(links)].join("\n\n"),
    html: mailPage({
      lang: "en",
      title,
      opening: said.join(" "),
      blocks: [
        ...said.map((text) => paragraph(text)),
        number
          ? paragraph(`${unreachable.call} `, phoneE164 ? link(`tel:${phoneE164}`, phoneE164) : number)
          : paragraph(unreachable.noPhone),
        buttons(links),
      ],
      footer: [],
    }),
  };
}
