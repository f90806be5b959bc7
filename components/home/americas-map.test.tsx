import { gzipSync } from "node:zlib";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { CityKey } from "#lib/map/map-labels.ts";
import { AmericasMap } from "./americas-map.tsx";

const cities: Record<"en" | "es", Record<CityKey, string>> = {
  en: {
    bogota: "Bogotá",
    medellin: "Medellín",
    sanFrancisco: "San Francisco",
    dallas: "Dallas",
    chicago: "Chicago",
    miami: "Miami",
    toronto: "Toronto",
    newYork: "New York",
  },
  es: {
    bogota: "Bogotá",
    medellin: "Medellín",
    sanFrancisco: "San Francisco",
    dallas: "Dallas",
    chicago: "Chicago",
    miami: "Miami",
    toronto: "Toronto",
    newYork: "Nueva York",
  },
};

// The map on a phone, and the narrowest one with the names for wide maps.
const narrow = { group: 0, mapWidth: 350 };
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

test("a screen reader hears one image with a name and a description", () => {
  const html = markup("en");
  expect(html).toMatch(/<svg[^>]* role="img" aria-labelledby="map-title" aria-describedby="map-description"/);
  expect(html).toContain('<title id="map-title">Map of the Americas</title>');
  expect(html).toContain('<desc id="map-description">Colombia is filled in.</desc>');
});

test.each(cases)("names are at least 11 px tall on a $size ($locale)", ({ locale, group, mapWidth }) => {
  const { fontSize, frame } = labelGroup(locale, group);
  expect((fontSize * mapWidth) / frame.right).toBeGreaterThanOrEqual(11);
});

test.each(cases)("names touch no other name and no city on a $size ($locale)", ({ locale, group }) => {
  const { labels, rings } = labelGroup(locale, group);
  expect(labels).toHaveLength(9);
  expect(rings).toHaveLength(8);

  const touching = labels.flatMap((label, i) =>
    [...labels.slice(i + 1), ...rings]
      .filter((other) => overlaps(label, other))
      .map((other) => `${label.name} × ${other.name}`),
  );
  expect(touching).toEqual([]);
});

test.each(cases)("names stand clear of the arcs and of the meridian on a $size ($locale)", ({ locale, group }) => {
  const { labels, arcs, meridian } = labelGroup(locale, group);
  expect(arcs.length).toBeGreaterThan(100);

  const crossed = labels.filter((label) => [...arcs, meridian].some((line) => overlaps(label, line)));
  expect(crossed.map((label) => label.name)).toEqual([]);
});

test.each(cases)("names are inside the frame on a $size ($locale)", ({ locale, group }) => {
  const { labels, frame } = labelGroup(locale, group);
  const cut = labels.filter(
    ({ left, right, top, bottom }) => left < 0 || right > frame.right || top < 0 || bottom > frame.bottom,
  );
  expect(cut.map((label) => label.name)).toEqual([]);
});

function markup(locale: "en" | "es"): string {
  const text = {
    title: "Map of the Americas",
    description: "Colombia is filled in.",
    meridian: "75° W · UTC−5",
    cities: cities[locale],
  };
  return renderToStaticMarkup(<AmericasMap text={text} />);
}

type Box = { name: string; left: number; right: number; top: number; bottom: number };

/** What is drawn for one of the two sizes, as boxes in units of the map. */
function labelGroup(locale: "en" | "es", group: number) {
  const html = markup(locale);
  const groups = Array.from(html.matchAll(/<g [^>]*>(<circle.*?)<\/g><g [^>]*font-size="(\d+)"[^>]*>(<text.*?)<\/g>/g));
  expect(groups).toHaveLength(2);
  const [, circles = "", size = "", texts = ""] = groups[group] ?? [];
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(html) ?? [];
  const [, meridian] = /<path d="M(\d+) \d+V0"/.exec(html) ?? [];
  const frame = { right: Number(width), bottom: Number(height) };

  return {
    fontSize: Number(size),
    frame,
    labels: Array.from(texts.matchAll(/<text [^>]*>.*?<\/text>/g), ([text]) => labelBox(text, Number(size))),
    rings: Array.from(circles.matchAll(/<circle [^>]*>/g), ([circle]) => ringBox(circle)),
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

/** Archivo at weight 600 takes about 0.58 em a letter, 0.75 em above the line (accents included) and 0.2 em below it. */
function labelBox(text: string, fontSize: number): Box {
  const name = /<text [^>]*>(.*?)<\/text>/.exec(text)?.[1] ?? "";
  const width = name.length * 0.58 * fontSize;
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
