import { readEnv } from "#lib/env.ts";
import { currentDesk } from "#lib/leads/current-desk.ts";
import { leadHealth } from "#lib/leads/watch/lead-health.ts";

export const dynamic = "force-dynamic";

const freshMs = 200;
let latest: { at: number; health: ReturnType<typeof leadHealth> } | undefined;

/** 503 when a lead was refused or could not be kept, or the team cannot be reached, and only then. */
export async function GET() {
  const at = performance.now();
  // Anybody may ask, as often as they like, and each look takes 8 ms.
  if (!latest || at - latest.at > freshMs)
    latest = { at, health: leadHealth(currentDesk(), readEnv().smtp !== undefined) };
  const health = await latest.health;
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
