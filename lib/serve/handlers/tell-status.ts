import { currentDesk } from "#lib/leads/current-desk.ts";
import { keepsLeads, type LeadHealth, leadHealth } from "#lib/leads/watch/lead-health.ts";
import { isThisMachine } from "#lib/network/is-this-machine.ts";
import { figures } from "#lib/serve/figures.ts";
import { isFromThisMachine } from "#lib/serve/http/is-from-this-machine.ts";
import { isSameSecret } from "#lib/serve/http/is-same-secret.ts";
import type { Answer } from "#lib/serve/http/send.ts";
import type { StatusPath } from "#lib/status-paths.ts";
import type { Handler } from "./handler.ts";

/** `healthToken` is for those on other machines who may know the details. */
export type Watched = { sendsMail: boolean; healthToken: string | undefined };

type Tell = (watched: Watched, isTrusted: boolean) => Promise<Answer> | Answer;

/** Before all else, and under any name: whoever asks may know the site by its address alone, and waits for no page. */
export const tellStatus: Handler = ({ request, path }, { watched, siteUrl }) => {
  const tell = tellers.get(path);
  if (!tell || !watched || !["GET", "HEAD"].includes(request.method ?? "")) return undefined;
  const { healthToken } = watched;
  const bears = healthToken !== undefined && isSameSecret(request.headers.authorization, `Bearer ${healthToken}`);
  // Of a site that others reach, a proxy may stand on this machine that names nobody, and keeps no name that it is asked for.
  const isHere = isThisMachine(new URL(siteUrl).hostname.replaceAll(/[[\]]/g, ""));
  return tell(watched, bears || (isHere && isFromThisMachine(request)));
};

const statuses: Record<StatusPath, Tell> = {
  /** That the process answers. Whoever starts it anew for more than that takes the forms away as well. */
  "/api/live": () => json(200, { status: "ok" }),
  /** That an inquiry can be kept. */
  "/api/ready": async () =>
    (await keepsLeads(currentDesk())) ? json(200, { status: "ok" }) : json(503, { status: "failing" }),
  /** 503 when a lead was refused or could not be kept, or the team cannot be reached, and only then. */
  "/api/health": async ({ sendsMail }, isTrusted) => {
    const health = await healthNow(sendsMail);
    return json(health.status === "ok" ? 200 : 503, isTrusted ? health : outline(health));
  },
  "/api/metrics": async ({ sendsMail }, isTrusted) => {
    if (!isTrusted) return json(401, { error: "the token is missing or another one than HEALTH_TOKEN" });
    const body = await figures.text(currentDesk(), outline(await healthNow(sendsMail)));
    return { status: 200, headers: { ...notKept, "content-type": figures.contentType }, body };
  },
};
const tellers = new Map<string, Tell>(Object.entries(statuses));

let looking: Promise<LeadHealth> | undefined;

/** Whoever asks while somebody else's answer is looked for gets that one. */
function healthNow(sendsMail: boolean): Promise<LeadHealth> {
  looking ??= leadHealth(currentDesk(), sendsMail).finally(() => {
    looking = undefined;
  });
  return looking;
}

/** What anybody may know: a reference is an inquiry's, and a mail server's words may name a mailbox. */
function outline({ reason: _, ...health }: LeadHealth): LeadHealth {
  return { ...health, alarms: [...new Set(health.alarms.map((topic) => topic.replace(/^dead:.*/, "dead")))] };
}

const notKept = { "cache-control": "no-store" };

function json(status: number, value: object): Answer {
  return {
    status,
    headers: { ...notKept, "content-type": "application/json" },
    body: JSON.stringify(value),
  };
}
