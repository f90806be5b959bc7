import type { IncomingMessage } from "node:http";
import type { Editor } from "#lib/editor/open-editor.ts";
import { type ErrorPage, internalPaths } from "#lib/i18n/internal-paths.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { networkOf } from "#lib/network/network-of.ts";
import { clientAddress } from "#lib/serve/http/client-address.ts";
import { canonicalPath } from "#lib/serve/http/guard-request.ts";
import { inTurns } from "#lib/serve/http/limits/in-turns.ts";
import { movedTo } from "#lib/serve/http/moved-to.ts";
import { readerLocale } from "#lib/serve/http/reader-locale.ts";
import { queryForNext } from "#lib/serve/http/request-query.ts";
import type { Answer } from "#lib/serve/http/send.ts";
import type { Render } from "#lib/serve/next/captured-response.ts";
import { renderedAnswer } from "#lib/serve/next/rendered-answer.ts";
import type { Site, StoredFile } from "#lib/serve/site-folder/open-site.ts";
import { storedAnswer } from "#lib/serve/site-folder/stored-answer.ts";
import type { Publications } from "./handlers/take-publication.ts";
import type { Watched } from "./handlers/tell-status.ts";
import { meantPath } from "./meant-path.ts";
import { nearPagesAsked } from "./near-pages-asked.ts";
import { slippedQuery } from "./slipped-query.ts";

export type ServedSite = {
  /** The handler of Next. */
  render: Render;
  /** What the build wrote down. Without it, in development, Next answers everything. */
  site: Site | undefined;
  siteUrl: string;
  /** Slugs that `/inquiry?service=` may name. */
  services: readonly string[];
  /** How many proxies of our own stand before this one. */
  trustedProxies: number;
  /** Whoever watches the site can ask how it is. */
  watched?: Watched | undefined;
  /** Where a Git host may ask for a publication. */
  publications?: Publications | undefined;
  /** With which search engines are told of changes. */
  indexNowKey?: string | undefined;
  /** Where the content is edited in the browser. */
  editor?: Editor | undefined;
  /** In development: what to answer in place of a page that failed, when the content is to blame. */
  mistakes?: (() => Promise<Answer | undefined>) | undefined;
};

/** Every way in which a page comes: from the folder of the build, from Next, or in place of one that there is not. */
export type PageAnswers = ServedSite & {
  /** From the folder, or made by Next, or what stands in its place. */
  page(path: string, request: IncomingMessage): Promise<Answer> | Answer;
  /** What was made under an internal address, and where the build has none, the page itself. */
  variant(internal: string, path: string, request: IncomingMessage): Promise<Answer> | Answer;
  stored(file: StoredFile, request: IncomingMessage, status?: number): Promise<Answer> | Answer;
  /** Made for the request. `url` is encoded. */
  fromNext(request: IncomingMessage, url: string): Promise<Answer>;
  /** What waits for the store, or costs as much as a post, done in its turn. */
  askStoreInTurn<Result>(request: IncomingMessage, work: () => Promise<Result>): Promise<Result>;
  /** Where the address was meant for a page, a redirect to that. */
  missing(path: string, request: IncomingMessage): Promise<Answer> | Answer;
  notFound(request: IncomingMessage): Promise<Answer>;
  error(kind: ErrorPage, status: number, request: IncomingMessage): Promise<Answer>;
};

export function pageAnswers(served: ServedSite): PageAnswers {
  const { render, site, siteUrl, trustedProxies, mistakes } = served;
  const pagesInTurn = inTurns(2);
  // The token of a form does not wait for pages that are made.
  const callsInTurn = inTurns(2);
  // More than for pages: they wait for the store.
  const storeInTurn = inTurns(4);
  // Apart from pages: Next may find while it makes one that there is none.
  const missingInTurn = inTurns(1);
  return { ...served, page, variant, stored, fromNext, askStoreInTurn, missing, notFound, error };

  function page(path: string, request: IncomingMessage) {
    const file = site?.find(path);
    if (file) return stored(file, request);
    const bare = path.endsWith("/") ? path.slice(0, -1) : "";
    if (bare && (site?.find(bare) || site?.isDynamic(bare))) return movedTo(bare, request);
    if (site && !site.isDynamic(path)) return missing(path, request);
    return fromNext(request, spelled(path, request) + queryForNext(request));
  }

  function variant(internal: string, path: string, request: IncomingMessage) {
    if (!site) return page(internal, request);
    const file = site.findInternal(internal);
    return file ? stored(file, request) : page(path, request);
  }

  function stored(file: StoredFile, request: IncomingMessage, status?: number) {
    return storedAnswer(file, request, { status, inTurn: (make) => inTurn(pagesInTurn, request, make) });
  }

  function fromNext(request: IncomingMessage, url: string): Promise<Answer> {
    // In development a page may ask for another.
    if (!site) return askNext(request, url);
    return inTurn(url.startsWith("/api/") ? callsInTurn : pagesInTurn, request, () => askNext(request, url));
  }

  /** Of a hundred at one moment each is a page to make: readers of what is made already come in between. */
  function inTurn(turns: Turns, request: IncomingMessage, make: () => Promise<Answer>): Promise<Answer> {
    return turns(senderOf(request), async () => (request.socket.destroyed ? nothing : make()));
  }

  /** What came whole is taken, also of a sender who left. */
  function askStoreInTurn<Result>(request: IncomingMessage, work: () => Promise<Result>): Promise<Result> {
    return storeInTurn(senderOf(request), work);
  }

  function senderOf(request: IncomingMessage): string {
    // Whoever has a network of IPv6 has addresses without end, and waits behind themselves all the same.
    return networkOf(clientAddress(request, { siteUrl, trustedProxies }).address ?? "");
  }

  async function askNext(request: IncomingMessage, url: string): Promise<Answer> {
    // The `ref` of a received page is the lead's, and no campaign's.
    const carries = !/\/received(\?|$)/.test(url);
    const answer = await renderedAnswer(request, { render, site, url, carries });
    if (!site && answer.status >= 500) return (await mistakes?.()) ?? answer;
    if (url.startsWith("/api/")) return answer;
    if (answer.status === 404) return notFound(request);
    if (!site || answer.status < 500) return answer;
    return error("broken", 500, request);
  }

  function missing(path: string, request: IncomingMessage) {
    if (!site) return notFound(request);
    const meant = meantPath(path, readerLocale(request), site);
    if (meant) return movedTo(meant, request, { byReader: true });
    const slipped = slippedQuery(request.url);
    const page = slipped && pageAt(slipped.path, request, site);
    return page ? movedTo(page, request, { byReader: true, search: `?${slipped.query}` }) : notFound(request);
  }

  function pageAt(path: string, request: IncomingMessage, site: Site): string | undefined {
    return site.find(path) || site.isDynamic(path) ? path : meantPath(path, readerLocale(request), site);
  }

  async function notFound(request: IncomingMessage): Promise<Answer> {
    const answer = (await withNear(request)) ?? (await standIn("missing", 404, request));
    return namedLanguage(request) ? answer : { ...answer, headers: byReader(answer.headers) };
  }

  /** With the pages that may have been meant, where an address is like theirs; of most requests for what is not here none is. */
  async function withNear(request: IncomingMessage): Promise<Answer | undefined> {
    const locale = namedLanguage(request) ?? readerLocale(request);
    const [asked = ""] = (request.url ?? "").split("?");
    const near = site?.near(canonicalPath(asked) ?? "", locale) ?? [];
    if (near.length === 0) return undefined;
    const url = internalPaths.near(locale);
    const answer = await inTurn(missingInTurn, request, () =>
      nearPagesAsked.run(near, () => renderedAnswer(request, { render, site, url })),
    );
    return answer.status === 200 ? { ...answer, status: 404 } : undefined;
  }

  async function error(kind: ErrorPage, status: number, request: IncomingMessage): Promise<Answer> {
    const answer = await standIn(kind, status, request);
    return { ...answer, headers: { ...answer.headers, "cache-control": "no-store" } };
  }

  async function standIn(kind: ErrorPage, status: number, request: IncomingMessage): Promise<Answer> {
    const path = internalPaths.error(namedLanguage(request) ?? readerLocale(request), kind);
    const file = site?.findInternal(path);
    if (file) return stored(file, request, status);
    return { ...(await renderedAnswer(request, { render, site, url: path })), status };
  }
}

type Turns = ReturnType<typeof inTurns>;

/** For a sender who left. */
const nothing: Answer = { status: 400, headers: {} };

/** As Next is asked: from the path alone `%40` would become `%2540`, since it is the same there as `%2540` is. */
function spelled(path: string, request: IncomingMessage): string {
  const [asked = ""] = (request.url ?? "").split("?");
  if (canonicalPath(asked) !== path) return encodeURI(path);
  return asked
    .split(keptEscape)
    .map((part, index) => (index % 2 ? part : encodeURI(decodeURI(part))))
    .join("");
}

// What decodeURI leaves as it is, and the sign of percent.
const keptEscape = /(%(?:2[3-6BCF]|3[ABDF]|40))/i;

function namedLanguage(request: IncomingMessage): Locale | undefined {
  return locales.find((locale) => request.url?.match(/^\/(\w\w)(?:[/?]|$)/)?.[1] === locale);
}

/** In the language of whoever asked. */
function byReader(headers: Answer["headers"]): Answer["headers"] {
  return { ...headers, vary: [headers.vary ?? [], "accept-language"].flat().join(", ") };
}
