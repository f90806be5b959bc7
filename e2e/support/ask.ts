import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import type { Site } from "./site.ts";

/** On a connection of its own: one that is kept may be closed at the moment when it is used again, which fails no visitor. */
export async function ask(site: Site, address: string, fields?: Record<string, string>) {
  const asked = request(site.url + address, {
    agent: false,
    method: fields ? "POST" : "GET",
    headers: fields && { "content-type": "application/x-www-form-urlencoded" },
  });
  asked.end(fields && new URLSearchParams(fields).toString());
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  return { status: answer.statusCode, location: answer.headers.location, text: await text(answer) };
}
