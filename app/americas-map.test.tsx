import { gzipSync } from "node:zlib";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AmericasMap } from "#components/home/americas-map.tsx";
import { messages as en } from "#content/en/messages.ts";
import { messages as es } from "#content/es/messages.ts";
import { getHubs } from "#lib/content/kinds/hub.ts";
import { nameWidth } from "#lib/map/name-width.ts";

// The map on the smallest phone, and the narrowest one with the names for wide maps.
const narrow = { group: 0, mapWidth: 320 };
const wide = { group: 1, mapWidth: 460 };
const cases = (["en", "es"] as const).flatMap((locale) => [
  { locale, size: "phone", ...narrow },
  { locale, size: "desktop", ...wide },
]);

test("the whole map is at most 12 KB, compressed", () => {
  expect(gzipSync(markup("es")).length).toBeLessThanOrEqual(12 * 1024);
});

test("the map passes a policy that forbids scripts and style attributes", () => {
  expect(markup("en")).not.toMatch(/<script|<style|\s(style|on\w+)=/i);
});

test("a screen reader hears a figure with a name and a description, and the links in it", () => {
  const html = markup("en");
  expect(html).toMatch(/^<figure aria-labelledby="map-title" aria-describedby="map-description"/);
  expect(html).toContain(`<title id="map-title">${en.home.map.title}</title>`);
  expect(html).toContain(`<desc id="map-description">${en.home.map.description}</desc>`);
});

test.each(cases)("a screen reader hears a city once, in the description or as a link, on a $size ($locale)", (each) => {
  const heard = groupOf(markup(each.locale), each.group).replace(/<g aria-hidden="true">.*?<\/g>/, "");
  const names = Array.from(heard.matchAll(/<text [^>]*>(.*?)<\/text>/g), ([, name]) => name);
  expect(names.sort()).toEqual(
    getHubs(each.locale)
      .map(({ title }) => title)
      .sort(),
  );
});

test.each(cases)("every hub of the content is a link to its page on a $size ($locale)", ({ locale, group }) => {
  const links = Array.from(
    groupOf(markup(locale), group).matchAll(/<a href="([^"]+)".*?<text [^>]*>(.*?)<\/text><\/a>/g),
  );
  expect(links.map(([, href, name]) => `${name} ${href}`).sort()).toEqual(
    getHubs(locale)
      .map(({ slug, title }) => `${title} /${locale}/hubs/${slug}`)
      .sort(),
  );
});

test("a hub that the map does not know is left out, and the others stay", () => {
  const html = markup("en", [...pagesIn("en").slice(0, 2), { slug: "quito", title: "Quito", href: "/en/hubs/quito" }]);
  expect(html).not.toContain("Quito");
  expect(html.match(/<a /g)).toHaveLength(4);
});

test.each(cases)("links are at least 24 px wide and high on a $size ($locale)", ({ locale, group, mapWidth }) => {
  const { targets, frame } = labelGroup(locale, group);
  expect(targets).toHaveLength(11);
  const small = targets.filter(
    ({ left, right, top, bottom }) => (Math.min(right - left, bottom - top) * mapWidth) / frame.right < 24,
  );
  expect(small).toEqual([]);
});

test.each(cases)("links do not overlap on a $size ($locale)", ({ locale, group }) => {
  expect(touchingPairs(labelGroup(locale, group).targets)).toEqual([]);
});

test.each(cases)("names are at least 11 px tall on a $size ($locale)", ({ locale, group, mapWidth }) => {
  const { fontSize, frame } = labelGroup(locale, group);
  expect((fontSize * mapWidth) / frame.right).toBeGreaterThanOrEqual(11);
});

test.each(cases)("names touch no other name and no city on a $size ($locale)", ({ locale, group }) => {
  const { labels, rings } = labelGroup(locale, group);
  expect(labels).toHaveLength(19);
  expect(rings).toHaveLength(18);

  expect(touchingPairs(labels, rings)).toEqual([]);
});

test.each(cases)("names stand clear of arcs, leaders and the meridian on a $size ($locale)", ({ locale, group }) => {
  const { labels, arcs, leaders, meridian } = labelGroup(locale, group);
  expect(arcs.length).toBeGreaterThan(100);
  expect(leaders.length).toBeGreaterThan(100);

  const lines = [...arcs, ...leaders, meridian];
  const crossed = labels.flatMap((label) =>
    lines.filter((line) => overlaps(label, line)).map((line) => `${label.name} × ${line.name}`),
  );
  expect([...new Set(crossed)]).toEqual([]);
});

test.each(cases)("names are inside the frame on a $size ($locale)", ({ locale, group }) => {
  const { labels, frame } = labelGroup(locale, group);
  const cut = labels.filter(
    ({ left, right, top, bottom }) => left < 0 || right > frame.right || top < 0 || bottom > frame.bottom,
  );
  expect(cut.map((label) => label.name)).toEqual([]);
});

function markup(locale: "en" | "es", pages = pagesIn(locale)): string {
  return renderToStaticMarkup(<AmericasMap text={{ en, es }[locale].home.map} pages={pages} />);
}

function pagesIn(locale: "en" | "es") {
  return getHubs(locale).map(({ slug, title }) => ({ slug, title, href: `/${locale}/hubs/${slug}` }));
}

type Box = { name: string; left: number; right: number; top: number; bottom: number };

/** What is drawn for one of the two sizes. */
function groupOf(html: string, group: number): string {
  const groups = html.split(/<g class="[^"]*(?:hidden|block)">/).slice(1);
  expect(groups).toHaveLength(2);
  return groups[group] ?? "";
}

/** The same as boxes in units of the map. */
function labelGroup(locale: "en" | "es", group: number) {
  const html = markup(locale);
  const drawn = groupOf(html, group);
  const [, size = ""] = /font-size="(\d+)"/.exec(drawn) ?? [];
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(html) ?? [];
  const [, meridian] = /<path d="M(\d+) \d+V0"/.exec(html) ?? [];
  const [, leaders = ""] = /<path d="([^"]+)"/.exec(drawn) ?? [];
  const frame = { right: Number(width), bottom: Number(height) };

  return {
    fontSize: Number(size),
    frame,
    labels: Array.from(drawn.matchAll(/<text [^>]*>.*?<\/text>/g), ([text]) => labelBox(text, Number(size))),
    rings: Array.from(drawn.matchAll(/<circle [^>]*>/g), ([circle]) => ringBox(circle)),
    targets: Array.from(drawn.matchAll(/<rect [^>]*>/g), ([rect]) => targetBox(rect)),
    leaders: Array.from(leaders.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g), ([, ...numbers]) =>
      leaderBoxes(numbers.map(Number)),
    ).flat(),
    arcs: Array.from(html.matchAll(/M([\d.]+) ([\d.]+)Q([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)/g), ([, ...numbers]) =>
      arcBoxes(numbers.map(Number)),
    ).flat(),
    meridian: {
      name: "meridian",
      left: Number(meridian) - 1,
      right: Number(meridian) + 1,
      top: 0,
      bottom: frame.bottom,
    },
  };
}

/** Archivo takes 0.75 em above the line (accents included) and 0.2 em below it. */
function labelBox(text: string, fontSize: number): Box {
  const name = /<text [^>]*>(.*?)<\/text>/.exec(text)?.[1] ?? "";
  const width = nameWidth(name, fontSize);
  const x = attribute(text, "x");
  const y = attribute(text, "y");
  const left = text.includes('text-anchor="end"') ? x - width : x;
  return { name, left, right: left + width, top: y - 0.75 * fontSize, bottom: y + 0.2 * fontSize };
}

function ringBox(circle: string): Box {
  const [x, y] = [attribute(circle, "cx"), attribute(circle, "cy")];
  const reach = attribute(circle, "r") * 1.2;
  return { name: `city at ${x} ${y}`, left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

function targetBox(rect: string): Box {
  const [left, top] = [attribute(rect, "x"), attribute(rect, "y")];
  const [right, bottom] = [left + attribute(rect, "width"), top + attribute(rect, "height")];
  return { name: `link at ${left} ${top}`, left, right, top, bottom };
}

/** A straight line is a curve that bends in its middle by nothing. */
function leaderBoxes([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: number[]): Box[] {
  return arcBoxes([x0, y0, (x0 + x1) / 2, (y0 + y1) / 2, x1, y1]).map((box) => ({ ...box, name: "leader" }));
}

/** A quadratic curve as forty small boxes of the width of its stroke. */
function arcBoxes([x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0]: number[]): Box[] {
  const halfStroke = 1.75;
  return Array.from({ length: 41 }, (_, i) => {
    const t = i / 40;
    const x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * x1 + t ** 2 * x2;
    const y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * y1 + t ** 2 * y2;
    return { name: "arc", left: x - halfStroke, right: x + halfStroke, top: y - halfStroke, bottom: y + halfStroke };
  });
}

function attribute(element: string, name: string): number {
  return Number(new RegExp(` ${name}="([-\\d.]+)"`).exec(element)?.[1]);
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function touchingPairs(boxes: Box[], others: Box[] = []): string[] {
  return boxes.flatMap((box, i) =>
    [...boxes.slice(i + 1), ...others]
      .filter((other) => overlaps(box, other))
      .map((other) => `${box.name} × ${other.name}`),
  );
}
