import type { IncomingMessage } from "node:http";

/** RFC 9112 3.2.2: every server takes an address with its host as the path alone, and that host counts, not the header's. */
export function toOriginForm(request: IncomingMessage) {
  const [, host, rest] = /^https?:\/\/([^/?#]+)(.*)$/i.exec(request.url ?? "") ?? [];
  if (host === undefined || rest === undefined) return;
  request.headers.host = host;
  request.url = rest.startsWith("/") ? rest : `/${rest}`;
}
