import { currentDesk } from "#lib/leads/current-desk.ts";
import { formToken } from "#lib/leads/intake/form-token.ts";

export const dynamic = "force-dynamic";

/** What a form asks for when it is first touched, and brings back when it is sent: the time, signed. */
export function GET() {
  const { secret, now } = currentDesk();
  return Response.json({ token: formToken(secret, now()) }, { headers: { "cache-control": "no-store" } });
}
