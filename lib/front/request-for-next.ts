import { IncomingMessage } from "node:http";

/**
 * What Next is asked: a request of our own, with nothing of the visitor's but what is listed here. So nobody can name
 * another host (x-forwarded-host) or skip a step (x-middleware-subrequest), and no body reaches Next.
 */
export function requestForNext(request: IncomingMessage, url: string): IncomingMessage {
  const asked = new IncomingMessage(request.socket);
  asked.method = "GET";
  asked.url = url;
  for (const name of ["host", "accept", "accept-language", "user-agent"] as const) {
    const value = request.headers[name];
    if (value !== undefined) asked.headers[name] = String(value);
  }
  asked.push(null);
  // Otherwise Node takes it for one that was cut off, and ends the visitor's connection.
  asked.complete = true;
  return asked;
}
