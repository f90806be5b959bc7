import { entryFor, entryMetadata } from "#app/entry-page.ts";
import { findOpening } from "#lib/content/kinds/opening.ts";
import { staticParams } from "#lib/pages/static-params.ts";
import { OpeningView } from "../opening-view.tsx";

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/careers/[slug]"];

export const generateMetadata = entryMetadata(findOpening);

export default async function OpeningPage({ params }: PageProps<"/[locale]/careers/[slug]">) {
  const { entry, alternates } = await entryFor(findOpening, params);
  return <OpeningView opening={entry} alternates={alternates} />;
}
