import satori from "satori";
import sharp from "sharp";
import { expect, test } from "vitest";
import { brand } from "#lib/brand.ts";
import { type ShareFormat, shareFormats } from "#lib/pictures/share-formats.ts";
import { composeShareCard } from "./compose-share-card.tsx";

const titles = {
  "one letter": "C",
  "a sentence": "Your next team shares your clock.",
  "a long Spanish title": "¿Cómo contratar ingenieros en Bogotá, Medellín y Cali sin perder a los que ya están?",
  "a long Spanish word": "Internacionalización",
  "forty repeated words": "palabra muy larga ".repeat(40).trim(),
  "300 letters without a space": "x".repeat(300),
  "wide capitals": `${"W".repeat(20)} ${"M".repeat(13)}`,
  "an address": "https://example.com/a-very-long-address/with-many-parts/and-no-spaces-at-all",
  emoji: "Launching 🚀 with 👩‍💻 and 👨‍👩‍👧 from 🇨🇴 👍🏽 ❤️ 1️⃣ A❤B 🐕‍🐈",
  Chinese: "与哥伦比亚团队合作：您的下一支工程团队与您同一时区，全年不变。",
  Korean: "콜롬비아 팀과 함께 일하기: 같은 시간대",
  "no title": "",
  "letters that no font has": "قال",
};
const cases = Object.keys(shareFormats).flatMap((format) =>
  Object.entries(titles).map(([name, title]) => [name, format as ShareFormat, title] as const),
);

test.each(cases)(
  "%s stays in its place on the %s card, and nothing is asked of the network",
  async (_, format, title) => {
    const { pixelsIn, asked } = await drawn(format, title);
    const { title: box, note, size } = shareFormats[format];
    expect(asked).toEqual([]);
    // The tail of a letter may hang 5 % of its size below its line.
    const hanging = 8;
    const beside = { left: box.left + box.width, top: box.top, width: 40, height: size.height - box.top };
    const before = { left: 0, top: box.top, width: box.left - 8, height: size.height - box.top };
    const below = {
      left: box.left,
      top: box.top + box.height + hanging,
      width: box.width,
      height: note.top - box.top - box.height - hanging,
    };
    for (const place of [beside, before, below]) expect(await pixelsIn(place)).toEqual([brand.gold]);
  },
);

test("a picture that is cut elsewhere is drawn anew", async () => {
  const card = { path: "/en", slug: "a", title: "A", note: "", alt: "", picture: "a.jpg" };
  const names = [undefined, { x: 0, y: 50 }, { x: 5, y: 50 }].map(async (focus) => {
    return (await composeShareCard({ ...card, focus }, "wide")).name;
  });
  expect(new Set(await Promise.all(names)).size).toBe(3);
});

test.each(Object.keys(shareFormats) as ShareFormat[])(
  "the %s card has its mark, its title and its note",
  async (format) => {
    const { pixelsIn } = await drawn(format, "Cloud");
    const { title, note, logo, panel } = shareFormats[format];
    const places = [
      title,
      { left: note.left, top: note.top, width: 200, height: note.fontSize },
      { left: logo.left, top: logo.top, width: 20, height: 30 },
      panel,
    ];
    for (const { left, top, width, height } of places) {
      expect((await pixelsIn({ left, top, width, height })).length).toBeGreaterThan(1);
    }
  },
);

test("a card has another name for other words, another pattern or another picture, and for nothing else", async () => {
  const card = { path: "/en/x", slug: "cali", title: "Cali", note: "Tech hubs", alt: "" };
  const others = [
    { ...card, title: "Cal" },
    { ...card, note: "Hubs" },
    { ...card, slug: "bogota" },
    { ...card, picture: "public/images/a-1a2b3c4d-960.jpeg" },
  ];
  const names = await Promise.all([card, ...others].map(async (each) => (await composeShareCard(each, "wide")).name));
  expect(new Set(names).size).toBe(names.length);
  expect((await composeShareCard({ ...card, path: "/es/x", alt: "Otro" }, "wide")).name).toBe(names[0]);
});

/** As the library draws it, whose own module no test can load: satori sets it, and sharp makes the pixels. */
async function drawn(format: ShareFormat, title: string) {
  const card = { path: "/en/x", slug: "cali", title, note: "Innovation · April 2, 2025", alt: "" };
  const { element, fonts } = await composeShareCard(card, format);
  const asked: string[] = [];
  const svg = await satori(element(), {
    ...shareFormats[format].size,
    fonts,
    loadAdditionalAsset: async (kind, text) => {
      asked.push(`${kind} ${text}`);
      return [];
    },
  });
  const png = await sharp(Buffer.from(svg)).removeAlpha().png().toBuffer();
  return { asked, pixelsIn };

  /** The colours that stand there. */
  async function pixelsIn(place: { left: number; top: number; width: number; height: number }) {
    const raw = await sharp(png).extract(place).raw().toBuffer();
    const colours = new Set<string>();
    for (let i = 0; i < raw.length; i += 3) colours.add(`#${raw.subarray(i, i + 3).toString("hex")}`);
    return [...colours];
  }
}
