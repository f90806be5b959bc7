import type { IncomingMessage, ServerResponse } from "node:http";
import { getRedirects, redirectFor } from "#lib/content/settings/redirects.ts";
import { clocksAt } from "#lib/hours/home-clocks.ts";
import { isTimeZone } from "#lib/hours/is-time-zone.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { paths, sections } from "#lib/i18n/paths.ts";
import { preferredLocale } from "#lib/i18n/preferred-locale.ts";
import { errorCode } from "#lib/leads/error-code.ts";
import { type FormName, formNames, isFormName } from "#lib/leads/form/form-name.ts";
import type { FormValues } from "#lib/leads/form/form-values.ts";
import { postedForm } from "#lib/leads/intake/posted-form.ts";
import { requestContext } from "#lib/leads/intake/request-context.ts";
import type { Sightings } from "#lib/leads/store/sightings.ts";
import { clientAddress } from "#lib/serve/http/client-address.ts";
import { canonicalPath, isFromOurPages, isOurHost } from "#lib/serve/http/guard-request.ts";
import { inTurns } from "#lib/serve/http/in-turns.ts";
import { readRequestContext } from "#lib/serve/http/read-request-context.ts";
import { logRequest } from "#lib/serve/http/request-log.ts";
import { queryForNext, queryOf, searchOf } from "#lib/serve/http/request-query.ts";
import { type Answer, send } from "#lib/serve/http/send.ts";
import { standardHeaders } from "#lib/serve/http/standard-headers.ts";
import type { Render } from "#lib/serve/next/captured-response.ts";
import { devScript } from "#lib/serve/next/dev-script.ts";
import { renderedAnswer } from "#lib/serve/next/rendered-answer.ts";
import { bundleScript } from "#lib/serve/site-folder/bundle-script.ts";
import type { Site, StoredFile } from "#lib/serve/site-folder/open-site.ts";
import { storedAnswer } from "#lib/serve/site-folder/stored-answer.ts";
import { answerForm } from "./answer-form.ts";
import { meantPath } from "./meant-path.ts";

type Front = {
  /** The handler of Next. */
  render: Render;
  /** What the build wrote down. Without it, in development, Next answers everything. */
  site: Site | undefined;
  siteUrl: string;
  /** Search engines are asked to leave everything out. */
  isStaging: boolean;
  /** Slugs that `/inquiry?service=` may name. */
  services: readonly string[];
  /** How many proxies of our own stand before this one. */
  trustedProxies: number;
  sightings: Pick<Sightings, "see">;
  report(problem: string, cause: unknown): void;
  /** In development: what to answer in place of a page that failed, when the content is to blame. */
  mistakes?: (() => Promise<Answer | undefined>) | undefined;
  /** Takes a line for each request. */
  log?: ((line: string) => void) | undefined;
};

/** Answers every request: what was prerendered from memory, forms after the guard, the rest by asking Next. */
export function requestListener({
  render,
  site,
  siteUrl,
  isStaging,
  services,
  trustedProxies,
  sightings,
  report,
  mistakes,
  log,
}: Front) {
  const standard = standardHeaders({ siteUrl, isStaging });
  const pagesInTurn = inTurns();
  // A check of the health may wait for the store, and no page waits for it.
  const callsInTurn = inTurns();
  // A mistake in their file stops the start, and not every request.
  getRedirects();

  return async (request: IncomingMessage, response: ServerResponse) => {
    if (log) logRequest(request, response, knownPath, log);
    lookForProxy(request);
    try {
      await send(request, response, await answerOrTrouble(request), standard);
    } catch (cause) {
      report(`${request.method} ${knownPath(request)} could not be sent`, errorCode(cause));
      response.destroy();
    }
  };

  function lookForProxy(request: IncomingMessage) {
    if (!clientAddress(request, { siteUrl, trustedProxies }).isHidden || !sightings.see("proxy-untrusted")) return;
    report(
      `*** A PROXY HIDES THE VISITORS: TRUSTED_PROXIES IS ${trustedProxies}, OR IT SENDS NO X-FORWARDED-FOR ***`,
      "nobody's network is known, and how often somebody writes counts for nothing until that is right",
    );
  }

  /** An address may hold anything that somebody typed: only those that the site knows are logged. */
  function knownPath(request: IncomingMessage): string {
    const path = canonicalPath(request.url) ?? "";
    if (site?.find(path)) return path;
    // A part of some addresses can be anything, an email address for example.
    if (!/^[\w/.-]*$/.test(path)) return "(unknown)";
    return site?.isDynamic(path) || formAt(path) || path === "/" ? path : "(unknown)";
  }

  async function answerOrTrouble(request: IncomingMessage): Promise<Answer> {
    try {
      return await answer(request);
    } catch (cause) {
      report(`${request.method} ${knownPath(request)} was not answered`, errorCode(cause));
      return (await mistakes?.()) ?? trouble("broken", 500, request);
    }
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const path = canonicalPath(request.url);
    if (path === undefined) return notFound(request);
    // Health checks ask under any name.
    if (site && path !== "/api/health" && !isOurHost(request.headers.host, siteUrl) && !isPartOfPages(path))
      return trouble("host", 421, request);

    const form = formAt(path);
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (form && request.method === "POST") {
      const sender = readRequestContext(request, { siteUrl, trustedProxies });
      return requestContext.run(sender, () => answerPost(form, isFromOurPages(request, siteUrl), request));
    }
    if (form && !form.page) return methodNotAllowed("POST", request);
    if (!isRead) return methodNotAllowed(form ? "GET, HEAD, POST" : "GET, HEAD", request);
    if (!site && path === devScript)
      return { status: 200, headers: { "content-type": "text/javascript" }, body: await bundleScript() };
    const moved = site?.find(path) ? undefined : redirectFor(path, readerOf(request));
    if (moved) return redirectForGood(moved, request);
    if (needsLanguage(path)) return redirectToLanguage(request);
    return show(path, form, request);
  }

  /** Styles, fonts, pictures: the page that says so under a name that is not ours has to look like one of ours. */
  function isPartOfPages(path: string): boolean {
    const file = site?.find(path);
    return file !== undefined && (file.isImmutable || file.type.startsWith("image/"));
  }

  async function answerPost({ name, page }: PageForm, isOurs: boolean, request: IncomingMessage): Promise<Answer> {
    return answerForm({ form: name, page, request, isOurs, ask: (url) => fromNext(request, url) });
  }

  /** What stands at an address, where that depends on the day or on the query. */
  async function show(path: string, form: PageForm | undefined, request: IncomingMessage): Promise<Answer> {
    const home = locales.find((locale) => paths.home(locale) === path);
    if (home) return pageAt(homeNow(path), request);
    const written = /^(\/\w\w\/blog\/[^/]+)\.md$/.exec(path)?.[1];
    if (written) return showText(written, request);
    if (!form) return pageAt(path, request);

    const query = queryOf(request);
    const article = query.get("article");
    if (form.name === "reply" && form.page && article) {
      const isKnown = !site || (!article.includes("/") && site.find(paths.article(form.page, article)));
      return isKnown ? showFilled(path, { article }, request) : notFound(request);
    }
    if (form.name !== "inquiry") return pageAt(path, request);

    const service = services.find((slug) => slug === query.get("service"));
    const zone = query.get("zone");
    if (zone && isTimeZone(zone)) return showFilled(path, { service, zone }, request);
    // Prerendered for each service, under an address that nobody needs to know.
    const filled = `${path}/for/${service}`;
    return pageAt(service && (!site || site.find(filled)) ? filled : path, request);
  }

  /** The words of an article's page, which is what search engines should show. */
  async function showText(page: string, request: IncomingMessage): Promise<Answer> {
    // No folder of Next's can be named after an address that ends in .md.
    const path = `${page}/markdown`;
    const text = site?.findInternal(path);
    if (site && !text) return missing(`${page}.md`, request);
    const answer = text ? await fromFolder(text, request) : await fromNext(request, encodeURI(path));
    return { ...answer, headers: { ...answer.headers, link: `<${siteUrl + encodeURI(page)}>; rel="canonical"` } };
  }

  /** A form that the address fills in: rendered for the request, as are forms that are shown again. */
  function showFilled(path: string, values: FormValues, request: IncomingMessage): Promise<Answer> {
    return postedForm.run({ status: "idle", values }, () => fromNext(request, `${path}/again`));
  }

  /** A build that is older than a year, or than a change of law, may not have the page of these clocks. */
  function homeNow(path: string): string {
    const now = `${path}/at/${clocksAt(new Date())}`;
    return !site || site.find(now) ? now : path;
  }

  async function pageAt(path: string, request: IncomingMessage): Promise<Answer> {
    const stored = site?.find(path);
    if (stored) return fromFolder(stored, request);
    const bare = path.endsWith("/") ? path.slice(0, -1) : "";
    if (bare && (site?.find(bare) || site?.isDynamic(bare))) return movedTo(bare, request);
    if (site && !site.isDynamic(path)) return missing(path, request);
    return fromNext(request, spelled(path, request) + queryForNext(request));
  }

  function missing(path: string, request: IncomingMessage): Promise<Answer> | Answer {
    const meant = site && meantPath(path, readerOf(request), site);
    return meant ? redirectForGood(meant, request) : notFound(request);
  }

  function fromFolder(file: StoredFile, request: IncomingMessage, status?: number): Promise<Answer> {
    return storedAnswer(file, request, { status, inTurn: (make) => inTurn(pagesInTurn, request, make) });
  }

  function fromNext(request: IncomingMessage, url: string): Promise<Answer> {
    // In development a page may ask for another.
    if (!site) return askNext(request, url);
    return inTurn(url.startsWith("/api/") ? callsInTurn : pagesInTurn, request, () => askNext(request, url));
  }

  /** Of a hundred at one moment each is a page to make: readers of what is made already come in between. */
  function inTurn(turns: Turns, request: IncomingMessage, make: () => Promise<Answer>): Promise<Answer> {
    const { address = "" } = clientAddress(request, { siteUrl, trustedProxies });
    return turns(address, async () => (request.socket.destroyed ? nothing : make()));
  }

  async function askNext(request: IncomingMessage, url: string): Promise<Answer> {
    // The `ref` of a received page is the lead's, and no campaign's.
    const carries = !/\/received(\?|$)/.test(url);
    const answer = await renderedAnswer(request, { render, site, url, carries });
    if (!site && answer.status >= 500) return (await mistakes?.()) ?? answer;
    if (url.startsWith("/api/")) return answer;
    if (answer.status === 404) return notFound(request);
    if (!site || answer.status < 500) return answer;
    return trouble("broken", 500, request);
  }

  function notFound(request: IncomingMessage): Promise<Answer> {
    const page = site?.findInternal("/404");
    return page ? fromFolder(page, request, 404) : renderedAnswer(request, { render, site, url: "/404" });
  }

  async function trouble(kind: "broken" | "method" | "host", status: number, request: IncomingMessage) {
    const path = `/${languageOf(request)}/trouble/${kind}`;
    const page = site?.findInternal(path);
    const answer = page
      ? await fromFolder(page, request, status)
      : await renderedAnswer(request, { render, site, url: path });
    return { ...answer, status, headers: { ...answer.headers, "cache-control": "no-store" } };
  }

  async function methodNotAllowed(allow: string, request: IncomingMessage): Promise<Answer> {
    const answer = await trouble("method", 405, request);
    return { ...answer, headers: { ...answer.headers, allow } };
  }
}

type Turns = ReturnType<typeof inTurns>;

/** For a sender who left. */
const nothing: Answer = { status: 400, headers: {} };

type PageForm = { name: FormName; page?: Locale };

/** The form whose posts an address takes: a form's page in a language, or its stable address in none. */
function formAt(path: string): PageForm | undefined {
  const stable = /^\/api\/forms\/(\w+)$/.exec(path)?.[1];
  if (isFormName(stable)) return { name: stable };
  return formPages.get(path);
}

const formPages = new Map<string, PageForm>(
  locales.flatMap((page) => formNames.map((name) => [paths[name](page), { name, page }] as const)),
);

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

/** The language that an address names, or else the reader's. */
function languageOf(request: IncomingMessage): Locale {
  const named = locales.find((locale) => request.url?.match(/^\/(\w\w)(?:[/?]|$)/)?.[1] === locale);
  return named ?? readerOf(request);
}

function readerOf(request: IncomingMessage): Locale {
  return preferredLocale(request.headers["accept-language"]);
}

function needsLanguage(path: string): boolean {
  return path === "/" || sections.includes(path.split("/")[1] ?? "");
}

function redirectToLanguage(request: IncomingMessage): Answer {
  const [asked = ""] = (request.url ?? "").split("?");
  // Pages have no slash at the end, and would send on once more.
  const location = `/${readerOf(request)}${asked.replace(/(?<!\/)\/+$/, "")}${searchOf(request)}`;
  return {
    status: 307,
    headers: { location, vary: "accept-language", "cache-control": "no-cache" },
  };
}

/** An old address without a language leads each reader to a page in theirs. */
function redirectForGood(to: string, request: IncomingMessage): Answer {
  const answer = movedTo(to, request);
  return { ...answer, headers: { ...answer.headers, vary: "accept-language" } };
}

function movedTo(path: string, request: IncomingMessage): Answer {
  const location = encodeURI(path) + searchOf(request);
  return { status: 308, headers: { location, "cache-control": "no-cache" } };
}
