import { readEnv } from "#lib/env.ts";
import { currentDesk } from "#lib/leads/current-desk.ts";

export const dynamic = "force-dynamic";

/** 503 when messages to the team were given up: somebody has to look. */
export async function GET() {
  const { pending, dead } = await currentDesk().store.counts();
  const mail = readEnv().smtp ? "ok" : "unconfigured";
  return Response.json(
    { status: dead > 0 ? "failing" : "ok", store: "sqlite", mail, pending, dead },
    { status: dead > 0 ? 503 : 200, headers: { "cache-control": "no-store" } },
  );
}
