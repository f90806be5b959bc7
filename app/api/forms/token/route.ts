import type { NextRequest } from "next/server";
import { currentDesk } from "#lib/leads/current-desk.ts";
import { isFormName } from "#lib/leads/form/form-name.ts";
import { formToken } from "#lib/leads/intake/form-token.ts";

export const dynamic = "force-dynamic";

/** What a form asks for when it is first touched, and brings back when it is sent: its name and the time, signed. */
export function GET({ nextUrl }: NextRequest) {
  const { secret, now } = currentDesk();
  const form = nextUrl.searchParams.get("form") ?? "";
  const headers = { "cache-control": "no-store" };
  if (!isFormName(form)) return Response.json({ error: "form" }, { status: 404, headers });
  return Response.json({ token: formToken(form, secret, now()) }, { headers });
}
