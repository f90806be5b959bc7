import * as z from "zod";
import { leadEventSchema } from "#lib/leads/lead-event.ts";

export const dynamic = "force-static";

/** For whoever receives our webhook. */
export function GET() {
  return Response.json(z.toJSONSchema(leadEventSchema), { headers: { "content-type": "application/schema+json" } });
}
