import { fixedMetadata } from "#app/fixed-metadata.ts";
import { pageLocale } from "#app/page-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import { idle } from "#lib/leads/form/form-state.ts";
import { NewsletterView } from "./newsletter-view.tsx";

export const generateMetadata = fixedMetadata(paths.newsletter);

export default async function NewsletterPage({ params }: PageProps<"/[locale]/newsletter">) {
  const locale = await pageLocale(params);
  return <NewsletterView locale={locale} initial={idle} />;
}
