import type { IncomingMessage } from "node:http";
import { actionPageCsp } from "#lib/leads/action-page.ts";
import { answerCall } from "#lib/leads/call/answer-call.ts";
import { currentDesk } from "#lib/leads/current-desk.ts";
import { answerLink } from "#lib/leads/decide/answer-link.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { answerSubscription } from "#lib/leads/newsletter/answer-subscription.ts";
import { queryOf } from "#lib/serve/http/request-query.ts";
import type { PageAnswers } from "#lib/serve/page-answers.ts";
import type { Handler } from "./handler.ts";

type Answer = (
  path: string,
  desk: LeadDesk,
  acts: boolean,
  query: URLSearchParams,
) => Promise<{ status: number; html: string } | undefined>;

const links = Object.entries<Answer>({
  "/team/": answerLink,
  "/newsletter/": answerSubscription,
  "/call/": answerCall,
});

/**
 * `/team/…`, `/newsletter/…` and `/call/…`, where the links in our mails lead, and the times of a call on the page of thanks. An address of theirs is worth as much as a key: it is kept
 * nowhere. A post may come from a mail provider, and needs no page of ours before it.
 */
export const answerMailLink: Handler = ({ request, path }, pages) => {
  const answer = links.find(([start]) => path.startsWith(start))?.[1];
  const isKnown = ["GET", "HEAD", "POST"].includes(request.method ?? "");
  return answer && isKnown ? show(answer, request, path, pages) : undefined;
};

async function show(answer: Answer, request: IncomingMessage, path: string, { askStoreInTurn }: PageAnswers) {
  const query = queryOf(request);
  // To look up the place that somebody names takes 10 ms.
  const page = await askStoreInTurn(request, () => answer(path, currentDesk(), request.method === "POST", query));
  return (
    page && {
      status: page.status,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": actionPageCsp,
        "cache-control": "no-store",
        "x-robots-tag": "noindex, nofollow, noarchive",
        "referrer-policy": "no-referrer",
      },
      body: page.html,
    }
  );
}
