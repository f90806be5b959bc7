import type { IncomingMessage, ServerResponse } from "node:http";
import { getRedirects } from "#lib/content/settings/redirects.ts";
import { errorCode } from "#lib/leads/error-code.ts";
import type { Sightings } from "#lib/leads/store/sightings.ts";
import { clientAddress, isOvercounted } from "#lib/serve/http/client-address.ts";
import { canonicalPath } from "#lib/serve/http/guard-request.ts";
import { logRequest } from "#lib/serve/http/request-log.ts";
import { type Answer, send } from "#lib/serve/http/send.ts";
import { standardHeaders } from "#lib/serve/http/standard-headers.ts";
import { statusPaths } from "#lib/status-paths.ts";
import { countView, type ViewPlace } from "./count-view.ts";
import { figures } from "./figures.ts";
import { formAt } from "./form-at.ts";
import { answerMailLink } from "./handlers/answer-mail-link.ts";
import { chooseLanguage } from "./handlers/choose-language.ts";
import { followRedirect } from "./handlers/follow-redirect.ts";
import type { Handler } from "./handlers/handler.ts";
import { leaveOtherName } from "./handlers/leave-other-name.ts";
import { refuseMethod } from "./handlers/refuse-method.ts";
import { refuseOtherHost } from "./handlers/refuse-other-host.ts";
import { serveDevScript } from "./handlers/serve-dev-script.ts";
import { showEditor } from "./handlers/show-editor.ts";
import { showFilledForm } from "./handlers/show-filled-form.ts";
import { showHome } from "./handlers/show-home.ts";
import { showIndexNowKey } from "./handlers/show-index-now-key.ts";
import { showMarkdown } from "./handlers/show-markdown.ts";
import { showPage } from "./handlers/show-page.ts";
import { takeForm } from "./handlers/take-form.ts";
import { takePublication } from "./handlers/take-publication.ts";
import { tellStatus } from "./handlers/tell-status.ts";
import { pageAnswers, type ServedSite } from "./page-answers.ts";

/** In the order in which they are asked: the first that has an answer gives it. */
const handlers: Handler[] = [
  tellStatus,
  leaveOtherName,
  refuseOtherHost,
  takeForm,
  takePublication,
  answerMailLink,
  refuseMethod,
  serveDevScript,
  showEditor,
  showIndexNowKey,
  followRedirect,
  chooseLanguage,
  showHome,
  showMarkdown,
  showFilledForm,
  showPage,
];

type Front = ServedSite & {
  /** Search engines are asked to leave everything out. */
  isStaging: boolean;
  sightings: Pick<Sightings, "see">;
  report(problem: string, cause: unknown): void;
  /** Where it is counted that pages are read. */
  views?: ViewPlace["views"] | undefined;
  /** Takes a line for each request. */
  log?: ((line: string) => void) | undefined;
};

/** Answers every request: what was prerendered from memory, forms after the guard, the rest by asking Next. */
export function requestListener({ sightings, report, log, views, isStaging, ...served }: Front) {
  const { site, siteUrl, trustedProxies, mistakes } = served;
  const pages = pageAnswers(served);
  let saidOvercounted = false;
  const standard = standardHeaders({ siteUrl, isStaging });
  // A mistake in their file stops the start, and not every request.
  getRedirects();

  return async (request: IncomingMessage, response: ServerResponse) => {
    const path = canonicalPath(request.url);
    if (log) logRequest(request, response, () => knownPath(path), log);
    lookForProxy(request);
    const start = performance.now();
    try {
      await send(request, response, await answerOrError(request, path), standard);
    } catch (cause) {
      report(`${request.method} ${knownPath(path)} could not be sent`, errorCode(cause));
      response.destroy();
    }
    figures.countRequest(request.method, performance.now() - start);
    if (views && request.method === "GET" && path && wasShown(response)) {
      countView(request, path, { site, siteUrl, views, report });
    }
  };

  /** An address may hold anything that somebody typed: only those that the site knows are logged. */
  function knownPath(path = ""): string {
    if (site?.find(path)) return path;
    // A part of some addresses can be anything, an email address for example.
    if (!/^[\w/.-]*$/.test(path)) return "(unknown)";
    const isOurs = statusPaths.some((known) => known === path) || formAt(path) || path === "/";
    return isOurs || site?.isDynamic(path) ? path : "(unknown)";
  }

  function lookForProxy(request: IncomingMessage) {
    if (!saidOvercounted && isOvercounted(request, { siteUrl, trustedProxies })) {
      saidOvercounted = true;
      report(
        `*** TRUSTED_PROXIES IS ${trustedProxies}, AND A REQUEST CAME BY FEWER ***`,
        "whoever writes X-Forwarded-For themselves is believed: count the proxies in front, and let nobody pass them by",
      );
    }
    if (!clientAddress(request, { siteUrl, trustedProxies }).isHidden || !sightings.see("proxy-untrusted")) return;
    report(
      `*** A PROXY HIDES THE VISITORS: TRUSTED_PROXIES IS ${trustedProxies}, OR IT SENDS NO X-FORWARDED-FOR ***`,
      "nobody's network is known, and how often somebody writes counts for nothing until that is right",
    );
  }

  async function answerOrError(request: IncomingMessage, path: string | undefined): Promise<Answer> {
    try {
      return await answer(request, path);
    } catch (cause) {
      report(`${request.method} ${knownPath(path)} was not answered`, errorCode(cause));
      return (await mistakes?.()) ?? pages.error("broken", 500, request);
    }
  }

  async function answer(request: IncomingMessage, path: string | undefined): Promise<Answer> {
    if (path === undefined) return pages.notFound(request);
    const call = { request, path, form: formAt(path) };
    for (const handler of handlers) {
      const given = handler(call, pages);
      // To wait for each of them, most of which have nothing to say, costs more than the answer from memory.
      const answer = given instanceof Promise ? await given : given;
      if (answer) return answer;
    }
    throw new Error("no handler answered");
  }
}

/** Also where the browser had the page already. */
function wasShown({ statusCode, writableEnded }: ServerResponse): boolean {
  return writableEnded && (statusCode === 200 || statusCode === 304);
}
