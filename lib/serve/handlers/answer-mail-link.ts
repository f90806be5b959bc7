import { actionPageCsp } from "#lib/leads/action-page.ts";
import { currentDesk } from "#lib/leads/current-desk.ts";
import { answerLink } from "#lib/leads/decide/answer-link.ts";
import { answerSubscription } from "#lib/leads/newsletter/answer-subscription.ts";
import type { Handler } from "./handler.ts";

const links = Object.entries({ "/team/": answerLink, "/newsletter/": answerSubscription });

/**
 * `/team/…` and `/newsletter/…`, where the links in our mails lead. An address of theirs is worth as much as a key: it is kept
 * nowhere. A post may come from a mail provider, and needs no page of ours before it.
 */
export const answerMailLink: Handler = ({ request: { method = "" }, path }) => {
  const answer = links.find(([start]) => path.startsWith(start))?.[1];
  return answer && ["GET", "HEAD", "POST"].includes(method) ? show(answer, path, method === "POST") : undefined;
};

async function show(answer: typeof answerLink, path: string, isPost: boolean) {
  const page = await answer(path, currentDesk(), isPost);
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
