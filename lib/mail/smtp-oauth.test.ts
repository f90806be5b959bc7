import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test, vi } from "vitest";
import { certificateForTests } from "./certificates-for-tests.ts";
import type { Mail } from "./mail.ts";
import type { OAuthClient } from "./oauth-tokens.ts";
import { smtpError, smtpForTests } from "./smtp-for-tests.ts";
import { smtpMailer } from "./smtp-mailer.ts";

const never = new AbortController().signal;
const clientSecret = "a-client-secret";
const refreshToken = "a-refresh-token";

const mail: Mail = {
  messageId: "<K7QD2@www.dreamcode.test>",
  from: { name: "DreamCode", address: "hello@dreamcode.test" },
  to: "sales@dreamcode.test",
  subject: "A message",
  headers: {},
  text: "Text.",
};

test("a client that asks for itself logs in with its token, as the mailbox of SMTP_URL", async () => {
  const tokens = await tokenServer();
  const smtp = await mailServer();

  expect(await mailer(smtp, tokens).send(mail, never)).toMatchObject({ class: "sent" });

  expect(tokens.asked).toEqual([
    { grant_type: "client_credentials", client_id: "a client", client_secret: clientSecret, scope: "a scope" },
  ]);
  expect(smtp.logins).toEqual(["site@dreamcode.test token-1"]);
  expect(smtp.mails).toHaveLength(1);
});

test("a refresh token is changed for a token", async () => {
  const tokens = await tokenServer();
  const smtp = await mailServer();

  await mailer(smtp, tokens, { refreshToken, scope: undefined }).send(mail, never);

  expect(tokens.asked).toEqual([
    { grant_type: "refresh_token", client_id: "a client", client_secret: clientSecret, refresh_token: refreshToken },
  ]);
  expect(smtp.mails).toHaveLength(1);
});

test("a token serves all mails until it nearly ends, and one is asked for by mails that go out at once", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const tokens = await tokenServer();
  const smtp = await mailServer();
  const { send } = mailer(smtp, tokens);

  await Promise.all([send(mail, never), send(mail, never), send(mail, never)]);
  vi.setSystemTime(Date.now() + 3_500_000);
  await send(mail, never);
  expect(tokens.asked).toHaveLength(1);

  vi.setSystemTime(Date.now() + 50_000);
  await send(mail, never);
  expect(tokens.asked).toHaveLength(2);
  expect(smtp.logins.at(-1)).toBe("site@dreamcode.test token-2");
  expect(smtp.mails).toHaveLength(5);
});

test("a token that is refused before its time is asked for anew, once", async () => {
  const tokens = await tokenServer();
  const smtp = await mailServer({ refuses: ["token-2"] });
  const { send } = mailer(smtp, tokens);
  await send(mail, never);
  smtp.refuses.push("token-1");

  expect(await send(mail, never)).toEqual({
    class: "configuration",
    code: 535,
    reply:
      "EAUTH AUTH XOAUTH2 535 5.7.8: 127.0.0.1 refuses the token of OAuth 2: the user of SMTP_URL is no mailbox that this client may send from",
  });
  expect(tokens.asked).toHaveLength(2);

  expect(await send(mail, never)).toMatchObject({ class: "sent" });
  expect(tokens.asked).toHaveLength(3);
  expect(smtp.mails).toHaveLength(2);
});

test("a mail server that knows no OAuth 2 is our trouble", async () => {
  const smtp = await smtpForTests();

  const outcome = await mailer(smtp, await tokenServer()).send(mail, never);

  expect(outcome).toMatchObject({ class: "configuration" });
  expect(outcome.reply).toContain("127.0.0.1 knows no login with OAuth 2 (XOAUTH2)");
});

test("no token goes to a server elsewhere without TLS, and it goes after it", async () => {
  const tokens = await tokenServer();
  const inClear = await mailServer();
  const elsewhere = { ...inClear, url: inClear.url.replace("127.0.0.1", "0.0.0.0") };
  expect(await mailer(elsewhere, tokens).send(mail, never)).toMatchObject({
    class: "configuration",
    reply: expect.stringContaining("0.0.0.0 offers no TLS, so the token was not sent. Try smtps://"),
  });
  expect(inClear.logins).toEqual([]);

  const secured = await mailServer({ tls: true });
  expect(await mailer(secured, tokens).send(mail, never)).toMatchObject({ class: "sent" });
});

test.each<[what: string, answer: [number, string], reply: string]>([
  [
    "the client",
    [401, '{"error":"invalid_client","error_description":"a-client-secret is wrong"}'],
    "OAUTH 401 invalid_client: HOST refuses SMTP_OAUTH_CLIENT_ID and SMTP_OAUTH_CLIENT_SECRET: one is wrong, or the secret has ended",
  ],
  [
    "the refresh token",
    [400, '{"error":"invalid_grant"}'],
    "OAUTH 400 invalid_grant: HOST refuses SMTP_OAUTH_REFRESH_TOKEN: it has ended, was taken back, or is of another client. Get a new one",
  ],
  [
    "the scope",
    [400, '{"error":"invalid_scope"}'],
    "OAUTH 400 invalid_scope: HOST does not give this client what SMTP_OAUTH_SCOPE asks for",
  ],
  ["in words of its own", [400, '{"error":"a-client-secret"}'], "OAUTH 400: HOST_GIVES_NONE"],
  ["with a page", [404, "<h1>a-client-secret</h1>"], "OAUTH 404: HOST_GIVES_NONE"],
  ["with another address", [302, ""], "OAUTH 302: HOST_GIVES_NONE"],
  ["with rubbish", [200, "<h1>Welcome</h1>"], "OAUTH 200: HOST_GIVES_NONE"],
  ["with no token in it", [200, '{"access_token":"a\\u0001b"}'], "OAUTH 200: HOST_GIVES_NONE"],
])("a token server that refuses %s is our trouble, in words without a secret", async (_what, answer, reply) => {
  const tokens = await tokenServer((response) => response.writeHead(answer[0]).end(answer[1]));
  const smtp = await mailServer();
  const none = "what answers at HOST gives no token. Check SMTP_OAUTH_TOKEN_URL";

  expect(await mailer(smtp, tokens, { refreshToken }).send(mail, never)).toEqual({
    class: "configuration",
    code: null,
    reply: reply.replace("HOST_GIVES_NONE", none).replaceAll("HOST", new URL(tokens.url).host),
  });
  expect(smtp.mails).toEqual([]);
});

test("a token server that does not say for how long gives a token all the same", async () => {
  const tokens = await tokenServer((response) => response.end('{"access_token":"token","expires_in":null}'));
  const smtp = await mailServer();

  expect(await mailer(smtp, tokens).send(mail, never)).toMatchObject({ class: "sent" });
});

test("a token server that talks on and on is heard for 64 kB", async () => {
  const tokens = await tokenServer((response) => response.writeHead(200).write(" ".repeat(10_000_000)));

  expect(await mailer(await mailServer(), tokens).send(mail, never)).toMatchObject({
    class: "configuration",
    reply: expect.stringMatching(/^OAUTH 200: what answers at \S+ gives no token/),
  });
});

test.each<[what: string, answer: (response: ServerResponse) => void, reply: RegExp]>([
  ["has trouble of its own", (response) => response.writeHead(503).end("later"), /^OAUTH 503$/],
  ["is asked too often", (response) => response.writeHead(429).end(), /^OAUTH 429$/],
  [
    "says that it is busy",
    (response) => response.writeHead(400).end('{"error":"temporarily_unavailable"}'),
    /^OAUTH 400$/,
  ],
  ["hangs up", (response) => response.destroy(), /^OAUTH ECONNRESET$/],
  [
    "hangs up in the middle",
    (response) => response.writeHead(200).write("{", () => response.destroy()),
    /^OAUTH ECONN/,
  ],
])("a token server that %s is asked again later", async (_what, answer, reply) => {
  const tokens = await tokenServer(answer);

  expect(await mailer(await mailServer(), tokens).send(mail, never)).toEqual({
    class: "transient",
    code: null,
    reply: expect.stringMatching(reply),
  });
});

test("a token server that is not there is asked again later, and the next mail goes out once it is", async () => {
  const tokens = await tokenServer();
  const smtp = await mailServer();
  const { send } = mailer(smtp, tokens);
  await tokens.close();
  expect(await send(mail, never)).toMatchObject({ class: "transient", reply: "OAUTH ECONNREFUSED" });

  await tokens.open();
  expect(await send(mail, never)).toMatchObject({ class: "sent" });
});

test("a token server that never answers is given up after 10 seconds, or when the signal says so", async () => {
  const tokens = await tokenServer(() => undefined);
  const { send } = mailer(await mailServer(), tokens);
  expect(await send(mail, AbortSignal.timeout(100))).toMatchObject({ class: "transient" });

  const before = performance.now();
  expect(await send(mail, never)).toMatchObject({ class: "transient", reply: "OAUTH ABORT_ERR" });
  expect(performance.now() - before).toBeLessThan(14_000);
});

test("a token server whose certificate is wrong gets no secret", async () => {
  const { key, cert } = await certificateForTests("expired");
  const smtp = await smtpForTests({ secure: true, key, cert });
  const { host } = new URL(smtp.url.replace("smtps:", "https:"));

  const outcome = await mailer(await mailServer(), { url: `https://${host}/token` }).send(mail, never);

  expect(outcome).toMatchObject({
    class: "configuration",
    reply: `OAUTH CERT_HAS_EXPIRED: the certificate of ${host} has expired`,
  });
});

function mailer({ url }: { url: string }, tokens: { url: string }, changes: Partial<OAuthClient> = {}) {
  return smtpMailer({
    url: url.replace("://", "://site%40dreamcode.test@"),
    oauth: {
      tokenUrl: tokens.url,
      clientId: "a client",
      clientSecret,
      refreshToken: undefined,
      scope: "a scope",
      ...changes,
    },
  });
}

/** Takes a login with a token, but for those that it refuses. */
async function mailServer({ refuses = [], tls = false }: { refuses?: string[]; tls?: boolean } = {}) {
  const logins: string[] = [];
  const smtp = await smtpForTests({
    authOptional: false,
    authMethods: ["XOAUTH2"],
    disabledCommands: tls ? [] : ["STARTTLS"],
    ...(tls && (await certificateForTests())),
    onAuth(auth, _session, answer) {
      logins.push(`${auth.username} ${auth.accessToken}`);
      if (refuses.includes(auth.accessToken ?? "")) answer(smtpError(535));
      else answer(null, { user: "site" });
    },
  });
  return { ...smtp, logins, refuses };
}

/** A real token endpoint: `token-1`, `token-2` and so on, for an hour each, unless the test answers otherwise. */
async function tokenServer(answer?: (response: ServerResponse) => void) {
  const asked: Record<string, string>[] = [];
  const server = createServer(async (request, response) => {
    asked.push(Object.fromEntries(new URLSearchParams(await text(request))));
    if (answer) return answer(response);
    response.end(JSON.stringify({ token_type: "Bearer", access_token: `token-${asked.length}`, expires_in: 3600 }));
  });
  let port = 0;
  const open = async () => {
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    ({ port } = server.address() as AddressInfo);
  };
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  await open();
  onTestFinished(async () => void (await close()));
  return { url: `http://127.0.0.1:${port}/token`, asked, open, close };
}
