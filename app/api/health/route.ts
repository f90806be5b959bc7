import { readEnv } from "#lib/env.ts";
import { currentAlarms } from "#lib/leads/alarms.ts";
import { currentDesk } from "#lib/leads/current-desk.ts";

export const dynamic = "force-dynamic";

/** 503 when messages to the team were given up: somebody has to look. */
export async function GET() {
  const desk = currentDesk();
  const { pending, dead } = await desk.store.counts();
  const alarms = (await currentAlarms(desk)).map(({ topic }) => topic);
  const mail = !readEnv().smtp ? "unconfigured" : alarms.includes("mail-paused") ? "paused" : "ok";
  return Response.json(
    { status: dead > 0 ? "failing" : "ok", store: desk.store.kind, mail, pending, dead, alarms },
    { status: dead > 0 ? 503 : 200, headers: { "cache-control": "no-store" } },
  );
}
