import { pageLocale } from "#app/page-locale.ts";
import { staticParams } from "#app/static-params.ts";
import { clocksOfYear } from "#lib/hours/home-clocks.ts";
import { HomeView } from "../../home-view.tsx";

export { generateMetadata } from "../../page.tsx";

type Props = PageProps<"/[locale]/at/[clocks]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return staticParams(() => clocksOfYear(new Date()).map((clocks) => ({ clocks })));
}

/** What `/{locale}` shows: the front asks for the page of the clocks as they are now. */
export default async function HomeAtPage({ params }: Props) {
  return <HomeView locale={await pageLocale(params)} clocks={(await params).clocks} />;
}
