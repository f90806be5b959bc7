// Draws lib/map/americas.ts from Natural Earth, which is in the public domain and comes with world-atlas:
// `node scripts/draw-map.mjs`, after changing anything here. The pages need none of these packages.
import { readFileSync, writeFileSync } from "node:fs";
import { geoArea, geoOrthographic, geoPath } from "d3-geo";
import { feature, merge, mesh, transform } from "topojson-client";

const width = 580;
const height = 690;

// Seen from above the 75° W meridian, which so becomes a straight line. The east of Brazil reaches into the bleed.
const meridian = -75;
const bleed = 12;
const projection = geoOrthographic()
  .rotate([-meridian, -8])
  .scale(440)
  .translate([306, 352])
  .clipExtent([
    [-bleed, 0],
    [width + bleed, height + bleed],
  ]);

// A degree is 7.7 units wide in the middle of the map, so this is about half a unit.
const toleranceInDegrees = 0.08;
// In steradians: about 800 square kilometres, or 4 square units.
const smallestIsland = 2e-5;

// Longitude and latitude. Hubs go by the names of their files in content, from west to east.
const hubs = {
  guadalajara: [-103.35, 20.67],
  "san-jose": [-84.08, 9.93],
  cali: [-76.53, 3.45],
  medellin: [-75.57, 6.25],
  barranquilla: [-74.8, 10.97],
  bogota: [-74.07, 4.71],
  bucaramanga: [-73.12, 7.12],
  santiago: [-70.67, -33.45],
  cordoba: [-64.18, -31.42],
  colonia: [-57.84, -34.47],
  "belo-horizonte": [-43.94, -19.92],
};
// And how far the arc from Bogotá bows to its right, as a part of its length.
const clients = {
  vancouver: [-123.12, 49.28, 0.2],
  sanFrancisco: [-122.42, 37.77, -0.05],
  dallas: [-96.8, 32.78, 0.06],
  chicago: [-87.63, 41.88, 0.14],
  miami: [-80.19, 25.76, 0.1],
  toronto: [-79.38, 43.65, 0.13],
  newYork: [-74.01, 40.71, 0.15],
};

const topology = simplified(JSON.parse(readFileSync(new URL(import.meta.resolve("world-atlas/countries-50m.json")))));
const { countries } = topology.objects;
const isColombia = (country) => country.properties.name === "Colombia";
const otherCountries = countries.geometries.filter((country) => !isColombia(country));

const land = outline(withoutSmallIslands(merge(topology, otherCountries)));
const colombia = outline(withoutSmallIslands(feature(topology, countries.geometries.find(isColombia)).geometry));
const allBorders = mesh(topology, countries, (a, b) => a !== b && !isColombia(a) && !isColombia(b));
const borders = outline({ ...allBorders, coordinates: allBorders.coordinates.filter(isAmerican) });
const bogota = place(hubs.bogota);

writeFileSync(
  process.argv[2] ?? "lib/map/americas.ts",
  `// Drawn by scripts/draw-map.mjs from Natural Earth: change that, not this.
export const americas = {
  width: ${width},
  height: ${height},
  meridian: ${place([meridian, 0]).x},
  land: "${land}",
  colombia:
    "${colombia}",
  borders:
    "${borders}",
};

export const hubs = [
${Object.entries(hubs).map(hubLine).join("\n")}
] as const;

export const clients = [
${Object.entries(clients).map(clientLine).join("\n")}
] as const;
`,
);

function hubLine([city, where]) {
  const { x, y } = place(where);
  return `  { city: "${city}", x: ${x}, y: ${y} },`;
}

function clientLine([city, [longitude, latitude, bow]]) {
  const { x, y } = place([longitude, latitude]);
  return `  { city: "${city}", x: ${x}, y: ${y}, arc: "${arcTo(x, y, bow)}" },`;
}

function arcTo(x, y, bow) {
  const bendX = (bogota.x + x) / 2 - (y - bogota.y) * bow;
  const bendY = (bogota.y + y) / 2 + (x - bogota.x) * bow;
  return `M${bogota.x} ${bogota.y}Q${tenths(bendX)} ${tenths(bendY)} ${x} ${y}`;
}

function place(longitudeAndLatitude) {
  const [x, y] = projection(longitudeAndLatitude).map(tenths);
  return { x, y };
}

function tenths(number) {
  return Math.round(number * 10) / 10;
}

/** The same countries with fewer points. Neighbours share their lines in a topology, so no gaps open between them. */
function simplified({ transform: quantization, ...topology }) {
  const toDegrees = transform(quantization);
  return { ...topology, arcs: topology.arcs.map((line) => withoutDetail(line.map((point, i) => toDegrees(point, i)))) };
}

/** Ramer, Douglas and Peucker: keeps the point farthest from the straight line, and looks again on both sides of it. */
function withoutDetail(line) {
  const first = line[0];
  const last = line.at(-1);
  let farthest = 0;
  let distance = 0;
  for (let i = 1; i < line.length - 1; i++) {
    const away = distanceToSegment(line[i], first, last);
    if (away > distance) [farthest, distance] = [i, away];
  }
  if (distance <= toleranceInDegrees) return [first, last];
  return [...withoutDetail(line.slice(0, farthest + 1)), ...withoutDetail(line.slice(farthest)).slice(1)];
}

/** In degrees of latitude: those of longitude shrink towards the poles. */
function distanceToSegment([x, y], [x1, y1], [x2, y2]) {
  const shrink = Math.cos((y1 * Math.PI) / 180);
  const [dx, dy, px, py] = [(x2 - x1) * shrink, y2 - y1, (x - x1) * shrink, y - y1];
  const length = dx * dx + dy * dy;
  const along = length && Math.min(1, Math.max(0, (px * dx + py * dy) / length));
  return Math.hypot(px - along * dx, py - along * dy);
}

function withoutSmallIslands({ coordinates }) {
  return {
    type: "MultiPolygon",
    coordinates: coordinates.filter((rings) => isAmerican(rings[0]) && isLargeEnough(rings)),
  };
}

/** Europe would show as a smudge in the corner of the picture. */
function isAmerican([[longitude]]) {
  return longitude < -30;
}

/** An island that lost too many points may turn inside out: it is then the rest of the Earth and fills the frame. */
function isLargeEnough(coordinates) {
  const area = geoArea({ type: "Polygon", coordinates });
  return area > smallestIsland && area < Math.PI;
}

function outline(shape) {
  const parts = [];
  geoPath(projection, {
    moveTo: (x, y) => parts.push({ points: [[x, y]] }),
    lineTo: (x, y) => parts.at(-1).points.push([x, y]),
    closePath: () => {
      parts.at(-1).isClosed = true;
    },
  })(shape);

  return parts.map(({ points, isClosed }) => `${steps(points)}${isClosed ? "z" : ""}`).join("");
}

/** Relative steps in tenths. They are counted in whole tenths, so that rounding never adds up along a coast. */
function steps(points) {
  const [[x, y], ...rest] = points.map((point) => point.map((number) => Math.round(number * 10)));
  const relative = [];
  let [fromX, fromY] = [x, y];
  for (const [toX, toY] of rest) {
    if (toX !== fromX || toY !== fromY) relative.push(pair(toX - fromX, toY - fromY));
    [fromX, fromY] = [toX, toY];
  }
  return `M${pair(x, y)}l${relative.join(" ").replaceAll(" -", "-")}`;
}

function pair(x, y) {
  return `${short(x)} ${short(y)}`.replace(" -", "-");
}

function short(countOfTenths) {
  return String(countOfTenths / 10).replace(/^(-?)0\./, "$1.");
}
