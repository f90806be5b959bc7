import { currentDesk } from "#lib/leads/current-desk.ts";
import { answerLink } from "#lib/leads/decide/answer-link.ts";
import { decisionCsp } from "#lib/leads/decide/decision-page.ts";
import type { Handler } from "./handler.ts";

/** `/team/…`, where the links in mails to the team lead. An address of theirs is worth as much as a key: it is kept nowhere. */
export const decideLead: Handler = async ({ request, path }) => {
  const { method } = request;
  if (!path.startsWith("/team/") || !["GET", "HEAD", "POST"].includes(method ?? "")) return undefined;
  const page = await answerLink(path, currentDesk(), method === "POST");
  return (
    page && {
      status: page.status,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": decisionCsp,
        "cache-control": "no-store",
        "x-robots-tag": "noindex, nofollow, noarchive",
        "referrer-policy": "no-referrer",
      },
      body: page.html,
    }
  );
};
