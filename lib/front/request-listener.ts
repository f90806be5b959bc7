import type { IncomingMessage, ServerResponse } from "node:http";
import { getRedirects, redirectFor } from "#lib/content/redirects.ts";
import { clocksAt } from "#lib/hours/home-clocks.ts";
import { isTimeZone } from "#lib/hours/is-time-zone.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { paths, sections } from "#lib/i18n/paths.ts";
import { preferredLocale } from "#lib/i18n/preferred-locale.ts";
import { caller } from "#lib/leads/caller.ts";
import { type FormName, formNames, isFormName } from "#lib/leads/form-name.ts";
import { postedForm } from "#lib/leads/posted-form.ts";
import { answerForm } from "./answer-form.ts";
import { readCaller } from "./read-caller.ts";
import { maxFormBytes } from "./read-form.ts";

type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Front = {
  /** The handler of Next. */
  render: Render;
  /** Slugs that `/inquiry?service=` may name. */
  services: readonly string[];
  siteUrl: string;
  /** How many proxies of our own stand before this one. */
  trustedProxies: number;
  report(problem: string, cause: unknown): void;
};

/** What stands before Next: the reader's language, the posts of forms, and the methods that an address takes. */
export function requestListener({ render, services, report, ...place }: Front) {
  // A mistake in their file stops the start, and not every request.
  getRedirects();

  return async (request: IncomingMessage, response: ServerResponse) => {
    try {
      await answer(request, response);
    } catch (cause) {
      report(`${request.method} ${pathOf(request)} was not answered`, cause);
      if (response.headersSent) response.destroy();
      else
        plain(response, 500, "Something on our side broke. Try again. / Algo falló de nuestro lado. Intente de nuevo.");
    }
  };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const path = pathOf(request);
    // Next answers a path that cannot be decoded with 500. No page has one.
    if (!isDecodable(path)) request.url = "/404";
    const form = formAt(path);
    const isRead = request.method === "GET" || request.method === "HEAD";
    const isPost = request.method === "POST";

    const moved = isRead ? redirectFor(decodeURI(pathOf(request)), readerOf(request)) : undefined;
    if (moved) return redirectForGood(moved, request, response);
    if (isRead && needsLanguage(path)) return redirectToLanguage(request, response);
    if (form && isPost) {
      return caller().run(readCaller(request, place), () => answerPost(form, request, response));
    }
    if (form && !form.page) return methodNotAllowed(response, "POST");
    if (form && !isRead) return methodNotAllowed(response, "GET, HEAD, POST");
    if (!form && !isRead) return methodNotAllowed(response, "GET, HEAD");

    return show(path, form, request, response);
  }

  function answerPost(form: PageForm, request: IncomingMessage, response: ServerResponse) {
    if (!isActionCall(request, form.page)) return answerForm(form.name, form.page, request, response, render);
    // Next would answer a call that is too long with 500. The form then falls back to its stable address.
    if (Number(request.headers["content-length"]) > maxFormBytes) return plain(response, 413, "More than 1 MB.");
    return render(request, response);
  }

  /** What stands at an address, where that depends on the day or on the query. */
  function show(path: string, form: PageForm | undefined, request: IncomingMessage, response: ServerResponse) {
    const home = locales.find((locale) => paths.home(locale) === path);
    if (home) request.url = `${paths.home(home)}/at/${clocksAt(new Date())}`;

    const query = new URLSearchParams(request.url?.split("?")[1]);
    const service = services.find((slug) => slug === query.get("service"));
    const zone = query.get("zone");
    if (form?.name !== "inquiry" || !form.page) return render(request, response);
    if (zone && isTimeZone(zone)) {
      request.url = `${paths.inquiry(form.page)}/again`;
      return postedForm().run({ status: "idle", values: { service, zone } }, () => render(request, response));
    }
    // Prerendered for each service, under an address that nobody needs to know.
    if (service) request.url = `${paths.inquiry(form.page)}/for/${service}`;
    return render(request, response);
  }
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split("?")[0] ?? "/";
}

type PageForm = { name: FormName; page?: Locale };

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== "";
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/** The form whose posts an address takes: a form's page in a language, or its stable address in none. */
function formAt(path: string): PageForm | undefined {
  const stable = /^\/api\/forms\/(\w+)$/.exec(path)?.[1];
  if (isFormName(stable)) return { name: stable };
  for (const page of locales) {
    const name = formNames.find((name) => paths[name](page) === path);
    if (name) return { name, page };
  }
  return undefined;
}

/** A form sent by script calls the server action of its page, which is Next's to answer. */
function isActionCall(request: IncomingMessage, page: Locale | undefined): boolean {
  return page !== undefined && request.headers["next-action"] !== undefined;
}

function needsLanguage(path: string): boolean {
  return path === "/" || sections.includes(path.split("/")[1] ?? "");
}

function readerOf(request: IncomingMessage): Locale {
  return preferredLocale(request.headers["accept-language"]);
}

function redirectForGood(to: string, request: IncomingMessage, response: ServerResponse) {
  const query = request.url?.indexOf("?") ?? -1;
  response.statusCode = 308;
  response.setHeader("location", encodeURI(to) + (query === -1 ? "" : request.url?.slice(query)));
  // An old address without a language leads each reader to a page in theirs.
  response.setHeader("vary", "accept-language");
  response.end();
}

function redirectToLanguage(request: IncomingMessage, response: ServerResponse) {
  const locale = readerOf(request);
  const asked = request.url === "/" || request.url?.startsWith("/?") ? (request.url ?? "").slice(1) : request.url;
  response.statusCode = 307;
  response.setHeader("location", `/${locale}${asked}`);
  response.setHeader("vary", "accept-language");
  response.end();
}

function methodNotAllowed(response: ServerResponse, allow: string) {
  response.setHeader("allow", allow);
  plain(response, 405, "This address does not take that method. / Esta dirección no acepta ese método.");
}

function plain(response: ServerResponse, status: number, text: string) {
  response.statusCode = status;
  response.setHeader("content-type", "text/plain; charset=utf-8");
  response.end(text);
}
