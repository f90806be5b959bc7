import { readEnv } from "#lib/env.ts";
import { currentDesk } from "#lib/leads/current-desk.ts";
import { leadHealth } from "#lib/leads/lead-health.ts";

export const dynamic = "force-dynamic";

/** 503 when somebody has to look: the store cannot be reached, leads wait outside of it, or a message was given up. */
export async function GET() {
  const health = await leadHealth(currentDesk(), readEnv().smtp !== undefined);
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
