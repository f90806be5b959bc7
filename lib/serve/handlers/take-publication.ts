import { createHmac } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { isSameSecret } from "#lib/serve/http/is-same-secret.ts";
import type { Answer } from "#lib/serve/http/send.ts";
import { type Body, withBody } from "#lib/serve/http/with-body.ts";
import type { Handler } from "./handler.ts";

/** What a Git host may ask for, and how it went. */
export type Publications = {
  secret: string;
  begin(): string;
  find(id: string): object | undefined;
};

/**
 * `POST /publish`, as GitHub, GitLab, Gitea and anybody with the secret ask for a publication; it answers with the address
 * of its outcome, which nobody can guess. Where no secret is set, there is no such address.
 */
export const takePublication: Handler = ({ request, path }, { publications, siteUrl }) => {
  const [, place, id] = (publications && /^(\/publish)(?:\/([\da-f-]{36}))?$/.exec(path)) ?? [];
  return publications && place ? take(request, { place, id, publications, siteUrl }) : undefined;
};

type Asked = { place: string; id: string | undefined; publications: Publications; siteUrl: string };

async function take(request: IncomingMessage, asked: Asked) {
  const { id, publications } = asked;
  if (id) {
    const outcome = request.method === "POST" ? undefined : publications.find(id);
    return outcome && json(200, outcome);
  }
  if (request.method !== "POST") return undefined;
  // A body is not read for whoever says nothing of a secret.
  if (!isSigned(request.headers)) return refusal;
  return withBody(request, (body) => begin(body, request.headers, asked));
}

function begin(body: Body, headers: IncomingHttpHeaders, { place, publications, siteUrl }: Asked): Answer {
  if (!Buffer.isBuffer(body)) return json(body === "too-large" ? 413 : 400, { error: `the body is ${body}` });
  if (!knowsSecret(headers, body, publications.secret)) return refusal;
  const outcome = `${siteUrl}${place}/${publications.begin()}`;
  return { ...json(202, { outcome }), headers: { ...json(202, {}).headers, location: outcome } };
}

const signature = "x-hub-signature-256";
const token = "x-gitlab-token";

function isSigned(headers: IncomingHttpHeaders): boolean {
  return [signature, token, "authorization"].some((name) => headers[name] !== undefined);
}

/** GitHub and Gitea sign the body, GitLab sends the secret, and whoever has only a command line sends it as a bearer. */
function knowsSecret(headers: IncomingHttpHeaders, body: Buffer, secret: string): boolean {
  const signed = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  return (
    isSameSecret(headers[signature], signed) ||
    isSameSecret(headers[token], secret) ||
    isSameSecret(headers.authorization, `Bearer ${secret}`)
  );
}

function json(status: number, value: object): Answer {
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    "x-robots-tag": "noindex",
  };
  return { status, headers, body: `${JSON.stringify(value, undefined, 2)}\n` };
}

const refusal = json(401, { error: "the secret is missing or another one than PUBLISH_SECRET" });
