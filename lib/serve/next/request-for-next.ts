import { IncomingMessage } from "node:http";

type Asked = {
  url: string;
  /** In development: its pages and its server say things to each other that change with each version. */
  passesAll: boolean;
};

/**
 * What Next is asked: a request of our own, with nothing of the visitor's but what is listed here. So nobody can name
 * another host (x-forwarded-host) or skip a step (x-middleware-subrequest), and no body reaches Next.
 */
export function requestForNext(request: IncomingMessage, { url, passesAll }: Asked): IncomingMessage {
  const asked = new IncomingMessage(request.socket);
  asked.method = "GET";
  asked.url = url;
  for (const name of passesAll ? Object.keys(request.headers) : passed) {
    const value = request.headers[name];
    if (value !== undefined) asked.headers[name] = String(value);
  }
  // Next looks for crawlers in it with an expression that takes 270 ms for 16,000 letters.
  asked.headers["user-agent"] = request.headers["user-agent"]?.slice(0, mostOfUserAgent);
  asked.push(null);
  // Otherwise Node takes it for one that was cut off, and ends the visitor's connection.
  asked.complete = true;
  return asked;
}

const mostOfUserAgent = 500;

const passed = ["host", "accept", "accept-language"];
