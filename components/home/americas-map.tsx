import { brand } from "#lib/brand.ts";
import { americas, clients, hubs } from "#lib/map/americas.ts";
import { type ClientKey, type LabelSet, mapLabels, type Place } from "#lib/map/map-labels.ts";
import { nameWidth } from "#lib/map/name-width.ts";

type AmericasMapProps = {
  text: { title: string; description: string; meridian: string; clients: Record<ClientKey, string> };
  /** Hubs that have a page. */
  pages: { slug: string; title: string; href: string }[];
};

const { gold, ink, emerald, white } = brand;

/**
 * Stands on gold, in both themes and in a forced palette, which leaves the inks of a picture but not the ground below it.
 * The land fades at the top and is cut at the bottom, so nothing belongs below it.
 */
export function AmericasMap({ text, pages }: AmericasMapProps) {
  const linked = hubs.flatMap((hub) => pages.filter(({ slug }) => slug === hub.city).map((page) => ({ ...hub, page })));
  return (
    <figure aria-labelledby="map-title" aria-describedby="map-description" className="@container">
      <svg
        viewBox={`0 0 ${americas.width} ${americas.height}`}
        role="presentation"
        className="block h-auto w-full overflow-visible bg-gold forced-color-adjust-none"
      >
        <title id="map-title">{text.title}</title>
        <desc id="map-description">{text.description}</desc>
        <Ground />
        <g fill="none" stroke={emerald} className="stroke-[3px] @min-[460px]:stroke-[2.25px]">
          {clients.map(({ city, arc }) => (
            <path key={city} d={arc} pathLength="1" className="arc" />
          ))}
        </g>
        <g className="@min-[460px]:hidden">
          <Cities text={text} linked={linked} labels={mapLabels.narrow} />
        </g>
        <g className="hidden @min-[460px]:block">
          <Cities text={text} linked={linked} labels={mapLabels.wide} />
        </g>
      </svg>
    </figure>
  );
}

function Ground() {
  const { meridian, height, land, borders, colombia } = americas;
  return (
    <>
      <linearGradient id="map-ink" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="70">
        <stop stopColor={ink} stopOpacity="0" />
        <stop offset="1" stopColor={ink} />
      </linearGradient>
      <clipPath id="map-colombia">
        <path d={colombia} />
      </clipPath>
      <g fill="none" stroke="url(#map-ink)">
        <path d={land} fill="url(#map-ink)" fillOpacity=".12" stroke="none" />
        <path d={borders} strokeOpacity=".25" />
        <path d={`M${meridian} ${height}V0`} strokeWidth="2" strokeLinecap="round" strokeDasharray="0 7" />
      </g>
      <path d={colombia} fill={ink} />
    </>
  );
}

type LinkedHub = (typeof hubs)[number] & { page: AmericasMapProps["pages"][number] };
function Cities({ text, linked, labels }: { text: AmericasMapProps["text"]; linked: LinkedHub[]; labels: LabelSet }) {
  const { ring, fontSize, meridian } = labels;
  const leaders = [...linked, ...clients].map((city) => leaderTo(labels.cities[city.city], city, fontSize)).join("");
  return (
    <>
      <path d={leaders} stroke={ink} />
      <path d={leaders} stroke={gold} strokeWidth="2" clipPath="url(#map-colombia)" />
      <g stroke={ink} strokeWidth={ring * 0.4}>
        {clients.map(({ city, x, y }) => (
          <circle key={city} cx={x} cy={y} r={ring} fill={white} />
        ))}
      </g>
      <g fill={ink} fontSize={fontSize} fontWeight="600">
        {/* The description has said these already. */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
        <g aria-hidden="true">
          {clients.map(({ city }) => (
            <text key={city} {...attributesOf(labels.cities[city])}>
              {text.clients[city]}
            </text>
          ))}
          <text {...attributesOf(meridian)}>{text.meridian}</text>
        </g>
        {linked.map((hub) => (
          <HubLink key={hub.city} hub={hub} labels={labels} />
        ))}
      </g>
    </>
  );
}

function HubLink({ hub, labels }: { hub: LinkedHub; labels: LabelSet }) {
  const { ring, cities } = labels;
  const place = cities[hub.city];
  return (
    <a href={hub.page.href} className="group">
      <rect {...targetOf(place, hub.page.title, labels)} fillOpacity="0" />
      <circle
        cx={hub.x}
        cy={hub.y}
        r={hub.city === "bogota" ? ring : ring * 0.8}
        fill={gold}
        stroke={ink}
        strokeWidth={ring * 0.4}
        className="group-hover:fill-white"
      />
      <text {...attributesOf(place)} className="decoration-2 group-hover:underline">
        {hub.page.title}
      </text>
    </a>
  );
}

/** From the city to the near end of its name; nothing where the name stands over or under the city, or close by. */
function leaderTo(place: Place, { x, y }: { x: number; y: number }, fontSize: number): string {
  const isAside = place.anchor === "end" ? place.x < x : place.x > x;
  const endX = place.anchor === "end" ? place.x + 4 : place.x - 4;
  const endY = Math.round(place.y - fontSize / 3);
  const isFar = Math.hypot(endX - x, endY - y) > fontSize * 1.5;
  return isAside && isFar ? `M${x} ${y}L${endX} ${endY}` : "";
}

/** What a finger or a pointer can hit: the name, and some room above and below it. */
function targetOf({ x, y, anchor }: Place, name: string, { fontSize, target: height }: LabelSet) {
  const width = Math.max(height, Math.ceil(nameWidth(name, fontSize)));
  return { x: anchor === "end" ? x - width : x, y: Math.round(y - fontSize / 3 - height / 2), width, height };
}

function attributesOf({ x, y, anchor }: Place) {
  return { x, y, textAnchor: anchor };
}
