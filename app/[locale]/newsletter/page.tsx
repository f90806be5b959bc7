import { fixedMetadata } from "#app/fixed-metadata.ts";
import { pageLocale } from "#app/page-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import { idle } from "#lib/leads/form/form-state.ts";
import { NewsletterView } from "./newsletter-view.tsx";

type Props = PageProps<"/[locale]/newsletter">;

export const generateMetadata = fixedMetadata(paths.newsletter);

export default async function NewsletterPage({ params }: Props) {
  const locale = await pageLocale(params);
  return <NewsletterView locale={locale} initial={idle} />;
}
