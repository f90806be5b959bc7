import type { IncomingHttpHeaders } from "node:http";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

type Asked = { method?: string; headers?: Record<string, string>; body?: string; signal: AbortSignal };

export type ShortAnswer = {
  status: number;
  headers: IncomingHttpHeaders;
  /** Undefined for what is no JSON, or longer than what is asked for could be: whatever was meant, it is not that. */
  json: unknown;
};

const mostBytes = 64_000;

/** Of a server that may be another than we think: redirects are not followed, and no more than 64 kB are read. */
export function shortAnswer(url: string, { body = "", ...asked }: Asked): Promise<ShortAnswer> {
  return new Promise((resolve, reject) => {
    const request = url.startsWith("https:") ? requestHttps : requestHttp;
    // Also where NODE_TLS_REJECT_UNAUTHORIZED is 0.
    request(url, { ...asked, rejectUnauthorized: true }, (response) => {
      const { statusCode: status = 0, headers } = response;
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
        if (text.length > mostBytes) {
          resolve({ status, headers, json: undefined });
          response.destroy();
        }
      });
      response.on("end", () => resolve({ status, headers, json: jsonOf(text) }));
      response.on("error", reject);
    })
      .on("error", reject)
      .end(body);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
