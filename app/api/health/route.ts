import { readEnv } from "#lib/env.ts";
import { currentDesk } from "#lib/leads/current-desk.ts";
import { leadHealth } from "#lib/leads/watch/lead-health.ts";

export const dynamic = "force-dynamic";

/** 503 when a lead was refused or could not be kept, or the team cannot be reached, and only then. */
export async function GET() {
  const health = await leadHealth(currentDesk(), readEnv().smtp !== undefined);
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
