import { pageLocale } from "#app/page-locale.ts";
import { staticParams } from "#lib/pages/static-params.ts";
import { HomeView } from "../../home-view.tsx";

export { generateMetadata } from "../../page.tsx";

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/at/[clocks]"];

/** What `/{locale}` shows: the front asks for the page of the clocks as they are now. */
export default async function HomeAtPage({ params }: PageProps<"/[locale]/at/[clocks]">) {
  return <HomeView locale={await pageLocale(params)} clocks={(await params).clocks} />;
}
