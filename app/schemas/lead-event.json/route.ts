import * as z from "zod";
import { leadEventSchema } from "#lib/leads/lead-event.ts";

export const dynamic = "force-static";

/** For whoever receives our webhook. What they are to take is an input: an output would forbid the keys that we add. */
export function GET() {
  const schema = z.toJSONSchema(leadEventSchema, { io: "input" });
  return Response.json(schema, { headers: { "content-type": "application/schema+json" } });
}
