import { fixedMetadata } from "#app/fixed-metadata.ts";
import { pageLocale } from "#app/page-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import { idle } from "#lib/leads/form/form-state.ts";
import { ContactView } from "./contact-view.tsx";

export const generateMetadata = fixedMetadata(paths.contact);

export default async function ContactPage({ params }: PageProps<"/[locale]/contact">) {
  const locale = await pageLocale(params);
  return <ContactView locale={locale} initial={idle} />;
}
