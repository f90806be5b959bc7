import { IncomingMessage } from "node:http";

type Asked = {
  url: string;
  nonce: string;
  body?: { type: string; bytes: Buffer };
  /** In development: its pages and its server say things to each other that change with each version. */
  passesAll: boolean;
};

/**
 * What Next is asked: a request of our own, with nothing of the visitor's but what is listed here. So nobody can name
 * another host (x-forwarded-host), skip a step (x-middleware-subrequest) or choose the nonce, and no body reaches Next
 * that we did not write.
 */
export function requestForNext(request: IncomingMessage, { url, nonce, body, passesAll }: Asked): IncomingMessage {
  const asked = new IncomingMessage(request.socket);
  asked.method = body ? "POST" : "GET";
  asked.url = url;
  for (const name of passesAll ? Object.keys(request.headers) : passed) {
    const value = request.headers[name];
    if (value !== undefined) asked.headers[name] = String(value);
  }
  // Next reads the nonce for its scripts out of the policy on the request.
  asked.headers["content-security-policy"] = `script-src 'nonce-${nonce}'`;
  if (body) {
    asked.headers["next-action"] = request.headers["next-action"];
    asked.headers["content-type"] = body.type;
    asked.headers["content-length"] = String(body.bytes.length);
    asked.push(body.bytes);
  }
  asked.push(null);
  // Otherwise Node takes it for one that was cut off, and ends the visitor's connection.
  asked.complete = true;
  return asked;
}

const passed = [
  "host",
  "accept",
  "accept-language",
  "user-agent",
  // From here on: how the router of Next asks for what changes on a page.
  "rsc",
  "next-url",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
] as const;
