import { americas, clients, hubs } from "#lib/map/americas.ts";
import { type CityKey, type LabelSet, mapLabels } from "#lib/map/map-labels.ts";

type AmericasMapProps = {
  text: { title: string; description: string; meridian: string; cities: Record<CityKey, string> };
};

const gold = "#ffc72c";
const ink = "#111512";
const emerald = "#0b6e4f";

/** Stands on gold, in both themes. The land fades at the top and is cut at the bottom, so nothing belongs below it. */
export function AmericasMap({ text }: AmericasMapProps) {
  return (
    <div className="@container">
      <svg
        viewBox={`0 0 ${americas.width} ${americas.height}`}
        role="img"
        aria-labelledby="map-title"
        aria-describedby="map-description"
        className="block h-auto w-full"
      >
        <title id="map-title">{text.title}</title>
        <desc id="map-description">{text.description}</desc>
        <Ground />
        <g fill="none" stroke={emerald} className="stroke-[3.5px] @min-[460px]:stroke-[2.25px]">
          {clients.map(({ city, arc }) => (
            <path key={city} d={arc} pathLength="1" className="arc" />
          ))}
        </g>
        <g className="@min-[460px]:hidden">
          <Cities text={text} labels={mapLabels.narrow} />
        </g>
        <g className="hidden @min-[460px]:block">
          <Cities text={text} labels={mapLabels.wide} />
        </g>
      </svg>
    </div>
  );
}

function Ground() {
  const { meridian, height, land, borders, colombia } = americas;
  return (
    <>
      <linearGradient id="map-ink" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="90">
        <stop stopColor={ink} stopOpacity="0" />
        <stop offset="1" stopColor={ink} />
      </linearGradient>
      <g fill="none" stroke="url(#map-ink)">
        <path d={land} fill="url(#map-ink)" fillOpacity=".12" stroke="none" />
        <path d={borders} strokeOpacity=".25" />
        <path d={`M${meridian} ${height}V0`} strokeWidth="2" strokeLinecap="round" strokeDasharray="0 7" />
      </g>
      <path d={colombia} fill={ink} />
    </>
  );
}

function Cities({ text, labels }: AmericasMapProps & { labels: LabelSet }) {
  const { ring, fontSize, meridian } = labels;
  return (
    <>
      <g stroke={gold} strokeWidth={ring * 0.3}>
        {hubs.map(({ city, x, y }) => (
          <path key={city} d={`M${x} ${y}l${labels.cities[city].dx} ${labels.cities[city].dy - fontSize / 3}`} />
        ))}
      </g>
      <g stroke={ink} strokeWidth={ring * 0.4}>
        {hubs.map(({ city, x, y }) => (
          <circle key={city} cx={x} cy={y} r={city === "bogota" ? ring : ring * 0.8} fill={gold} />
        ))}
        {clients.map(({ city, x, y }) => (
          <circle key={city} cx={x} cy={y} r={ring} fill="#fff" />
        ))}
      </g>
      <g fill={ink} fontSize={fontSize} fontWeight="600">
        {[...hubs, ...clients].map(({ city, x, y }) => {
          const { dx, dy, anchor } = labels.cities[city];
          return (
            <text key={city} x={x + dx} y={y + dy} textAnchor={anchor}>
              {text.cities[city]}
            </text>
          );
        })}
        <text x={americas.meridian + meridian.dx} y={americas.height + meridian.dy} textAnchor={meridian.anchor}>
          {text.meridian}
        </text>
      </g>
    </>
  );
}
