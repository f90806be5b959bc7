import * as z from "zod";
import { leadEventSchema } from "#lib/leads/delivery/lead-event.ts";

export const dynamic = "force-static";

/** For receivers of our webhook. Generated as a schema of input: one of output would forbid keys that we add later. */
export function GET() {
  const schema = z.toJSONSchema(leadEventSchema, { io: "input" });
  return Response.json(schema, { headers: { "content-type": "application/schema+json" } });
}
