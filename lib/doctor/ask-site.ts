import { isIPv6 } from "node:net";
import * as z from "zod";
import type { Env } from "#lib/env.ts";
import { tlsTrouble } from "#lib/mail/tls-trouble.ts";
import { type ShortAnswer, shortAnswer } from "#lib/network/short-answer.ts";
import { patienceMs } from "./patience-ms.ts";

export type SiteAnswer = {
  /** Undefined when something else answers than a site of ours. */
  health?: z.infer<typeof healthSchema> | undefined;
  answer?: ShortAnswer;
  /** Why there is no answer. */
  trouble?: string;
};

const healthSchema = z.object({ status: z.enum(["ok", "failing"]), store: z.string(), alarms: z.array(z.string()) });

/** Asks a site for its health, whoever it is that answers there. */
export async function askSite(origin: string): Promise<SiteAnswer> {
  try {
    const answer = await shortAnswer(`${origin}/api/health`, { signal: AbortSignal.timeout(patienceMs) });
    return { answer, health: healthSchema.safeParse(answer.json).data };
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    return { trouble: tlsTrouble(code, new URL(origin).host) ?? troubles[code ?? ""] ?? `nothing answers (${code})` };
  }
}

const troubles: Record<string, string> = {
  ENOTFOUND: "there is no host of that name",
  ECONNREFUSED: "nothing listens there",
  ABORT_ERR: `nothing answers within ${patienceMs / 1000} seconds`,
};

/** The site's own port, on this machine. */
export function localOrigin({ host, port }: Pick<Env, "host" | "port">): string {
  const isAny = host === undefined || host === "0.0.0.0" || host === "::";
  const name = isAny ? "127.0.0.1" : isIPv6(host) ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
