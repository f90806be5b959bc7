import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const contentRooms = ["content/source", "content/settings", "content/text", "content/kinds", "content/lists"];

/** Each room of lib, from the lowest up, and the rooms that it may import from: all of them stand above its line. */
const rooms: Record<string, string[]> = {
  i18n: [],
  release: [],
  tiles: [],
  calendar: [],
  map: [],
  hours: ["i18n"],
  "leads/form": ["i18n", "hours"],
  "content/source": ["i18n", "release", "hours"],
  "content/settings": ["i18n", "content/source"],
  "content/text": ["i18n", "content/source"],
  "content/kinds": ["i18n", "release", "hours", "content/source", "content/settings", "content/text"],
  "content/lists": ["i18n", "release", "hours", "content/source", "content/settings", "content/kinds"],
  "content/check/words": ["i18n", "content/source", "content/text"],
  "content/check/text": ["i18n", "content/source", "content/text"],
  "content/check/files": ["i18n", "content/source"],
  "content/check/links": [
    ...["i18n", "hours", "content/source", "content/settings", "content/text", "content/kinds", "content/lists"],
    ...["leads/form", "content/check/text"],
  ],
  "content/check": [
    ...["i18n", "release", "hours", "content/source", "content/settings", "content/kinds", "content/lists"],
    ...["content/check/words", "content/check/text", "content/check/files", "content/check/links"],
  ],
  "import/read": ["i18n", "content/source"],
  "import/write": [
    "i18n",
    "hours",
    "content/source",
    "content/settings",
    "content/kinds",
    "content/check/links",
    "import/read",
  ],
  import: ["i18n", "content/source", "content/settings", "import/read", "import/write"],
  editor: ["i18n", "content/source", "content/settings", "content/text", "content/kinds"],
  search: ["i18n", "release", "content/source", "content/text", "content/kinds"],
  mail: ["release"],
  pictures: [
    ...["i18n", "release", "hours", "tiles", "content/source", "content/settings", "content/kinds", "content/lists"],
    "mail",
  ],
  "leads/disk": ["release"],
  "leads/attribution": ["leads/form"],
  "leads/spam": ["leads/form"],
  pitches: ["release", "content/source", "content/settings", "leads/spam"],
  "leads/store": ["i18n", "mail", "leads/form", "leads/disk", "leads/attribution", "leads/spam"],
  "leads/find": ["leads/form", "leads/store"],
  "leads/outbox": ["i18n", "content/kinds", "mail", "leads/form", "leads/spam", "leads/store"],
  "leads/backup": ["leads/disk", "leads/store", "leads/outbox"],
  "leads/decide": ["i18n", "leads/form", "leads/store", "leads/outbox"],
  "leads/call": ["i18n", "hours", "leads/form", "leads/store", "leads/outbox", "leads/decide"],
  "leads/intake": [
    ...["i18n", "leads/form", "leads/disk", "leads/attribution", "leads/spam", "leads/store", "leads/find"],
    ...["leads/outbox", "leads/decide", "leads/call"],
  ],
  "leads/newsletter": ["i18n", "leads/store", "leads/decide"],
  "leads/count": ["i18n", "leads/form", "leads/attribution", "leads/store", "leads/outbox", "leads/decide"],
  "leads/delivery": [
    ...["i18n", "calendar", "mail", "leads/form", "leads/attribution", "leads/spam", "leads/store", "leads/outbox"],
    ...["hours", "leads/decide", "leads/call", "leads/newsletter", "leads/count"],
  ],
  "leads/erase": [
    ...["i18n", "leads/form", "leads/disk", "leads/store", "leads/outbox", "leads/intake"],
    ...["leads/decide", "leads/newsletter", "leads/delivery"],
  ],
  "leads/watch": [
    ...[
      "i18n",
      "release",
      "mail",
      "leads/disk",
      "leads/spam",
      "leads/store",
      "leads/find",
      "leads/outbox",
      "leads/intake",
    ],
    ...["leads/decide", "leads/count", "leads/delivery", "leads/erase"],
  ],
  "leads/cli": [
    ...[
      "i18n",
      "leads/form",
      "leads/disk",
      "leads/attribution",
      "leads/store",
      "leads/find",
      "leads/outbox",
      "leads/intake",
    ],
    ...["leads/decide", "leads/newsletter", "leads/count", "leads/backup", "leads/erase", "leads/watch"],
  ],
  "serve/http": ["i18n", "leads/form", "leads/attribution", "leads/intake"],
  "serve/site-folder": ["i18n", "release", "content/source", "leads/form", "serve/http"],
  "serve/recipes": ["i18n", "release", "serve/http", "serve/site-folder"],
  "serve/next": ["serve/http", "serve/site-folder"],
  serve: [
    ...[
      "i18n",
      "hours",
      "content/settings",
      "editor",
      "search",
      "leads/form",
      "leads/attribution",
      "leads/store",
      "leads/outbox",
      "leads/intake",
      "leads/decide",
      "leads/call",
      "leads/newsletter",
      "leads/count",
      "leads/watch",
    ],
    ...["serve/http", "serve/site-folder", "serve/next"],
  ],
  "serve/dev": [
    "i18n",
    "release",
    "content/source",
    "content/check/files",
    "content/check",
    "pictures",
    "serve/http",
    "serve/next",
  ],
  doctor: ["i18n", "mail", "leads/disk", "leads/store", "leads/outbox", "serve/site-folder"],
  pages: ["i18n", "calendar", "hours", ...contentRooms, "pictures", "leads/form", "serve/site-folder"],
  "publish/redirects": ["i18n", "content/kinds", "serve/site-folder"],
  publish: [
    ...["i18n", "release", "hours", ...contentRooms, "editor", "pictures"],
    ...["leads/store", "leads/outbox", "serve/site-folder", "serve/next", "pages"],
  ],
};

/** What all of lib may use: what stands in no room, the nouns of leads, and what knows letters and networks. */
const common = ["", "leads", "letters", "network"];

const files = globSync("{lib,components}/**/*.{ts,tsx}").filter(isProgram);

test("a room imports from the rooms that are named for it, and from no other", () => {
  expect(files.length).toBeGreaterThan(400);
  const wrong = files
    .filter((file) => file.startsWith("lib/") && !common.includes(roomOf(file)))
    .flatMap((file) => {
      const known = [roomOf(file), ...common, ...(rooms[roomOf(file)] ?? [])];
      return importsOf(file)
        .filter(({ imported }) => imported.startsWith("lib/") && !known.includes(roomOf(imported)))
        .map(({ imported }) => `${file} imports ${imported}`);
    });
  expect(wrong).toEqual([]);
});

test("a room knows none that stands below its own line, and no name stands there for nothing", () => {
  const names = Object.keys(rooms);
  for (const [room, known] of Object.entries(rooms)) {
    const used = new Set(
      files
        .filter((file) => roomOf(file) === room)
        .flatMap(importsOf)
        .map(({ imported }) => roomOf(imported)),
    );
    expect(
      known.filter((other) => names.indexOf(other) >= names.indexOf(room) || !used.has(other)),
      room,
    ).toEqual([]);
  }
});

test("the nouns of leads know no more of a room than its types", () => {
  const nouns = files.filter((file) => roomOf(file) === "leads");
  const values = nouns
    .flatMap(importsOf)
    .filter(({ isType, imported }) => !isType && /^lib\/leads\/\w+\//.test(imported));
  expect(nouns.length).toBeGreaterThan(5);
  expect(values).toEqual([]);
});

test("a component takes nothing but types from content, beside what needs no file", () => {
  const taken = files
    .filter((file) => file.startsWith("components/"))
    .flatMap(importsOf)
    .filter(({ isType, imported }) => !isType && imported.startsWith("lib/content/"));
  expect(new Set(taken.map(({ imported }) => imported))).toEqual(
    new Set([
      "lib/content/kinds/hub-column.ts",
      "lib/content/kinds/hubs-by-country.ts",
      "lib/content/kinds/publication.ts",
    ]),
  );
});

type Import = { isType: boolean; imported: string };

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const found = text.matchAll(
    /^(?:import|export)( type)? (?:[^"]*from )?"(#|\.\.?\/)([^"]+)"|import\("(#)([^"]+)"\)/gm,
  );
  return Array.from(found, ([, type, from, rest = "", _hash, dynamic]) => ({
    isType: type !== undefined,
    imported: dynamic ?? (from === "#" ? rest : path.posix.join(path.dirname(file), `${from}${rest}`)),
  }));
}

/** What has a folder of its own within a room. */
function roomOf(file: string): string {
  return path
    .dirname(file)
    .replace(/^lib\/?/, "")
    .replace(/\/(browser|checks|commands|handlers|lint|limits)$/, "");
}

function isProgram(file: string): boolean {
  return !/(\.test\.tsx?|-for-tests\.ts)$/.test(file);
}
