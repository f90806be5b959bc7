import * as z from "zod";
import { shortAnswer } from "#lib/network/short-answer.ts";
import type { DeliveryOutcome } from "./delivery-outcome.ts";
import { tlsTrouble } from "./tls-trouble.ts";

/** Who we are to the server that gives tokens for the mail server (RFC 6749). */
export type OAuthClient = {
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  /** Unset: the client asks for itself (4.4), as Microsoft 365 has it for programs. */
  refreshToken: string | undefined;
  scope: string | undefined;
};

export type OAuthTokens = {
  /** A token, or why there is none. The signal cuts the asking. */
  get(signal: AbortSignal): Promise<TokenAnswer>;
  /** The next one is asked for anew, unless that has happened since. */
  drop(refused: string): void;
};

export type TokenAnswer = { token: string; failure?: undefined } | { token?: undefined; failure: DeliveryOutcome };

const timeoutMs = 10_000;
/** So long before its end a token is not used any more: a conversation takes a while, and clocks differ. */
const marginMs = 60_000;

/**
 * Not nodemailer's own: that knows no client credentials, reads an answer of any size, asks for a token in every conversation
 * anew, of which we have one a mail, and writes the beginnings of secrets into its log (10.6.0).
 */
export function oauthTokens(client: OAuthClient): OAuthTokens {
  let kept: { token: string; until: number } | undefined;
  let asking: Promise<TokenAnswer> | undefined;
  const ask = async (signal: AbortSignal) => {
    const { expiresMs = Number.POSITIVE_INFINITY, ...answer } = await tokenFor(client, signal);
    if (answer.token !== undefined) kept = { token: answer.token, until: Date.now() + expiresMs - marginMs };
    return answer;
  };
  return {
    async get(signal) {
      if (kept && Date.now() < kept.until) return { token: kept.token };
      // Shared by mails that go out at once. All of a process are cut at once, too.
      asking ??= ask(signal).finally(() => {
        asking = undefined;
      });
      return asking;
    },
    drop(refused) {
      if (kept?.token === refused) kept = undefined;
    },
  };
}

async function tokenFor(client: OAuthClient, signal: AbortSignal): Promise<TokenAnswer & { expiresMs?: number }> {
  const { host } = new URL(client.tokenUrl);
  try {
    const { status, json } = await shortAnswer(client.tokenUrl, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
      body: formOf(client),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (status === 200) {
      const given = tokenSchema.safeParse(json).data;
      if (!given) return failed("configuration", [status], noEndpoint(host));
      return { token: given.access_token, ...(given.expires_in && { expiresMs: given.expires_in * 1000 }) };
    }
    const error = errorSchema.safeParse(json).data?.error;
    if (error === "later" || status >= 500 || status === 429) return failed("transient", [status]);
    return failed("configuration", [status, error], error ? refusals[error](host) : noEndpoint(host));
  } catch (cause) {
    const { code, name } = cause as NodeJS.ErrnoException;
    const why = code === "ENOTFOUND" ? `there is no host of the name ${host}` : tlsTrouble(code, host);
    return failed(why ? "configuration" : "transient", [code ?? name], why);
  }
}

function formOf({ clientId, clientSecret, refreshToken, scope }: OAuthClient): string {
  const form = new URLSearchParams({ client_id: clientId, client_secret: clientSecret });
  form.set("grant_type", refreshToken ? "refresh_token" : "client_credentials");
  if (refreshToken) form.set("refresh_token", refreshToken);
  if (scope) form.set("scope", scope);
  return form.toString();
}

const tokenSchema = z.object({
  access_token: z.string().regex(/^[\x20-\x7e]+$/),
  // Some write it as a text, and one that says nothing of use gives a token all the same.
  expires_in: z.coerce.number().positive().optional().catch(undefined),
});

/** RFC 6749 5.2. Nothing else of what the server writes is repeated. */
const refusals = {
  invalid_request: (host: string) => `${host} does not understand what it is asked. Check SMTP_OAUTH_TOKEN_URL`,
  invalid_client: (host: string) =>
    `${host} refuses SMTP_OAUTH_CLIENT_ID and SMTP_OAUTH_CLIENT_SECRET: one is wrong, or the secret has ended`,
  invalid_grant: (host: string) =>
    `${host} refuses SMTP_OAUTH_REFRESH_TOKEN: it has ended, was taken back, or is of another client. Get a new one`,
  unauthorized_client: (host: string) => `${host} does not let this client have tokens in this way`,
  unsupported_grant_type: (host: string) =>
    `${host} gives no tokens in this way: it may want SMTP_OAUTH_REFRESH_TOKEN, or not want it`,
  invalid_scope: (host: string) => `${host} does not give this client what SMTP_OAUTH_SCOPE asks for`,
};

const errorSchema = z.object({
  error: z.union([
    z.enum(Object.keys(refusals) as (keyof typeof refusals)[]),
    z.enum(["temporarily_unavailable", "server_error"]).transform(() => "later" as const),
  ]),
});

function noEndpoint(host: string): string {
  return `what answers at ${host} gives no token. Check SMTP_OAUTH_TOKEN_URL`;
}

function failed(
  kind: "transient" | "configuration",
  codes: (string | number | undefined)[],
  why?: string,
): { failure: DeliveryOutcome } {
  const reply = ["OAUTH", ...codes].filter(Boolean).join(" ");
  return { failure: { class: kind, code: null, reply: why ? `${reply}: ${why}` : reply } };
}
