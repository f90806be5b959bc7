import type { Metadata } from "next";
import { Frame } from "#app/frame.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { Related } from "#app/related.tsx";
import { thanksFacts } from "#app/thanks-facts.ts";
import { CompanyFacts } from "#components/content/company-facts.tsx";
import { Tiles } from "#components/content/tiles.tsx";
import { whatsappLink } from "#components/content/whatsapp-link.ts";
import { HeroSplit } from "#components/layout/hero-split.tsx";
import { CallChoice } from "#components/leads/call-choice.tsx";
import { Received } from "#components/leads/received.tsx";
import { Section } from "#components/ui/section.tsx";
import { newestArticles, newestArticlesOn } from "#lib/content/lists/newest-articles.ts";
import { getSite } from "#lib/content/settings/site.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { fill } from "#lib/i18n/fill.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMailText } from "#lib/i18n/mail-text.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { thanksOffer } from "#lib/leads/call/thanks-offer.ts";
import { currentDesk } from "#lib/leads/current-desk.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import { isAnswered } from "#lib/leads/form/is-answered.ts";
import { isLeadRef } from "#lib/leads/form/is-lead-ref.ts";
import { slipOf } from "#lib/leads/form/slip-of.ts";
import { expectsReceipt } from "#lib/leads/outbox/expects-receipt.ts";
import { hiddenMetadata } from "#lib/pages/page-metadata.ts";

type PageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const articlesShown = 2;

export function receivedMetadata(form: FormName) {
  return async ({ params }: PageProps): Promise<Metadata> => {
    const locale = await pageLocale(params);
    const { title, stored } = getMessages(locale).received;
    return hiddenMetadata({ locale, title, description: stored[form] });
  };
}

/** Thanks for what a form sent. The reference is in the address, so a reload and a print keep it. */
export async function ReceivedView({ form, params, searchParams }: PageProps & { form: FormName }) {
  const locale = await pageLocale(params);
  const { ref, call, domain } = await searchParams;
  const reference = isLeadRef(ref) ? ref : undefined;
  const { received: text, company } = getMessages(locale);
  const { replyPromise, whatsapp } = getSite();
  const offer =
    reference && isAnswered(form) ? await thanksOffer({ ref: reference, call, locale }, currentDesk()) : undefined;
  const alternates = alternatesOf((each) =>
    paths.received(each, form, reference, offer && typeof call === "string" ? call : undefined),
  );
  // Not looked up: whoever tries references would learn which there are. Some extensions take what follows `?` off an address.
  if (!reference)
    return (
      <Frame locale={locale} alternates={alternates}>
        <HeroSplit
          title={text.unknown.title}
          lead={text.unknown.text}
          step={{ href: paths[form](locale), label: text.unknown.form }}
          cover={<Tiles slug={form} columns={5} rows={5} />}
        />
      </Frame>
    );
  return (
    <Frame locale={locale} alternates={alternates}>
      <Received
        text={text}
        form={form}
        reference={reference}
        isConfirmed={await expectsReceipt(reference, form, currentDesk())}
        answered={isAnswered(form) ? replyPromise?.[locale] : undefined}
        whatsapp={
          whatsapp && isAnswered(form)
            ? { href: whatsappLink(whatsapp, fill(company.whatsappText, { reference })), label: company.whatsappLink }
            : undefined
        }
        slip={slipIn(domain)}
        again={paths[form](locale)}
      />
      {offer && (
        <>
          <Section title={text.facts.title}>
            <CompanyFacts facts={thanksFacts(offer, locale)} />
          </Section>
          <Section title={getMailText(locale).call.offer}>
            <CallChoice text={getMailText(locale).call} {...offer} />
          </Section>
        </>
      )}
      {form === "inquiry" && (
        <Section title={text.ready.title}>
          <ul className="max-w-measure border-t border-hairline">
            {text.ready.items.map((item) => (
              <li key={item} className="border-b border-hairline py-3">
                {item}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Related title={text.reading} entries={articlesFor(offer?.about.service, locale)} />
    </Frame>
  );
}

/** About what they asked for, as far as there are some. */
function articlesFor(service: string | undefined, locale: Locale) {
  const fitting = service ? newestArticlesOn(locale, "services", service, articlesShown) : [];
  return fitting.length > 0 ? fitting : newestArticles(locale, articlesShown);
}

/** Of the address, the domain that looks mistyped, and the one that was likely meant. */
function slipIn(domain: string | string[] | undefined) {
  const [, meant] = (typeof domain === "string" && slipOf(`a@${domain}`)?.split("@")) || [];
  return typeof domain === "string" && meant ? { typed: domain, meant } : undefined;
}
