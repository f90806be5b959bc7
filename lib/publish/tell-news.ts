import { readFileSync } from "node:fs";
import { readEnv } from "#lib/env.ts";
import { errorCode } from "#lib/leads/error-code.ts";
import { queueNews } from "#lib/leads/outbox/queue-news.ts";
import { openLeadStore } from "#lib/leads/store/lead-store.ts";
import { publicationNews } from "./publication-news.ts";
import { logOf } from "./publication-outcome.ts";

type Publication = { id: string; before: string; release: string };

/** Readers see what was published, whether its news can be told or not. */
export async function tellNews({ id, before, release }: Publication): Promise<void> {
  try {
    const env = readEnv();
    const outcome = `${env.siteUrl}/publish/${id}`;
    const log = readFileSync(logOf(id), "utf8");
    const news = publicationNews({ before, release, log, siteUrl: env.siteUrl, outcome });
    if (!news) return;
    const store = await openLeadStore(env);
    await queueNews(news, { ...env, store, now: () => new Date() }).finally(() => store.close());
  } catch (cause) {
    console.error(`Nobody was told of warnings and drafts by mail: ${errorCode(cause)}`);
  }
}
