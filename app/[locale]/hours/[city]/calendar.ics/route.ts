import { notFound } from "next/navigation";
import { pageLocale } from "#app/page-locale.ts";
import { readPublicEnv } from "#lib/env.ts";
import { cityPages } from "#lib/hours/city-pages.ts";
import { comingClockPeriods } from "#lib/hours/coming-clock-periods.ts";
import { hoursCalendar } from "#lib/pages/hours-calendar.ts";
import { staticParams } from "#lib/pages/static-params.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/hours/[city]"];

export async function GET(_request: Request, { params }: RouteContext<"/[locale]/hours/[city]/calendar.ics">) {
  const locale = await pageLocale(params);
  const { city: slug } = await params;
  const city = cityPages.find((each) => each.slug === slug);
  if (!city) notFound();
  const { siteUrl } = readPublicEnv();
  const calendar = hoursCalendar(city, comingClockPeriods(city.timeZone), { locale, siteUrl });
  return new Response(calendar, { headers: { "content-type": "text/calendar; charset=utf-8" } });
}
