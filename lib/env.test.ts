import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { envSchema, readEnv, readPublicEnv } from "./env.ts";

const webhookSecret = "whsec_YSBzZWNyZXQgb2YgdHdlbnR5LWZvdXIgYnl0ZXM=";
const laterSecret = "whsec_YW5vdGhlciBvbmUgb2YgdHdlbnR5LXNpeCBieXRlcw==";
const mail = { MAIL_FROM: "a@dreamcode.example", LEADS_TO: "b@dreamcode.example" };
const sending = { ...mail, SMTP_URL: "smtp://mail.dreamcode.example" };

test("nothing needs to be set", () => {
  expect(readEnv({})).toEqual({
    port: 3000,
    host: undefined,
    siteUrl: "http://localhost:3000",
    isStaging: false,
    smtp: undefined,
    mailFrom: undefined,
    leadsTo: [],
    leadsFallbackTo: undefined,
    alarmTo: [],
    alarmWebhooks: [],
    reportTo: [],
    dataDir: "./data",
    databaseUrl: undefined,
    webhooks: [],
    plausibleUrl: undefined,
    formSecret: undefined,
    publishSecret: undefined,
    indexNowKey: undefined,
    trustedProxies: 0,
    rateLimit: true,
    delivers: true,
    dailyProof: false,
    teamTimeZone: "America/Bogota",
  });
});

test(".env.example names each variable that is read, and no other", () => {
  const named = readFileSync(".env.example", "utf8").matchAll(/^([A-Z_]+)=/gm);
  expect(Array.from(named, ([, name]) => name).sort()).toEqual(
    Object.keys(envSchema({ sendsMail: false, hasToken: false, isSigned: false }).shape).sort(),
  );
});

test("everything can be set", () => {
  expect(
    readEnv({
      PORT: "8080",
      HOST: "127.0.0.1",
      SITE_URL: "https://www.dreamcode.example/",
      SITE_STAGING: "on",
      SMTP_URL: "smtps://user:p%40ss@mail.dreamcode.example:465",
      MAIL_FROM: '"DreamCode, Bogotá" <hello@dreamcode.example>',
      LEADS_TO: "ana@dreamcode.example, Luis <luis@ñandú.example>, Ana@DreamCode.example",
      LEADS_FALLBACK_TO: "Ana <ana@other.example>",
      ALARM_TO: "ops@dreamcode.example, luis@dreamcode.example",
      ALARM_WEBHOOK_URL: "https://ntfy.sh/dreamcode, https://hooks.slack.com/services/T/B/x",
      ALARM_PING_URL: "https://hc-ping.com/dreamcode",
      HEALTH_TOKEN: "a third one of thirty-two letters",
      REPORT_TO: "ceo@dreamcode.example, Ana <ana@dreamcode.example>",
      DATA_DIR: "/var/lib/dreamcode",
      DATABASE_URL: "postgresql://user:p%40ss@db.dreamcode.example/dreamcode?sslmode=verify-full",
      LEAD_WEBHOOK_URL: "https://crm.dreamcode.example/leads",
      LEAD_WEBHOOK_SECRET: webhookSecret,
      FORM_SECRET: "a secret of thirty-two characters",
      CMS_REPOSITORY: "gitea:https://git.dreamcode.example/team/site#live",
      PUBLISH_SECRET: "another one of thirty-two letters",
      INDEXNOW_KEY: "0123-abcd",
      TRUSTED_PROXIES: "2",
      RATE_LIMIT: "off",
      DELIVERY: "off",
      DAILY_PROOF: "on",
      RETENTION_DAYS: "730",
      TEAM_TIME_ZONE: "America/Toronto",
    }),
  ).toEqual({
    port: 8080,
    host: "127.0.0.1",
    siteUrl: "https://www.dreamcode.example",
    isStaging: true,
    smtp: {
      url: "smtps://user:p%40ss@mail.dreamcode.example:465",
      oauth: undefined,
      from: { name: "DreamCode, Bogotá", address: "hello@dreamcode.example" },
    },
    mailFrom: { name: "DreamCode, Bogotá", address: "hello@dreamcode.example" },
    leadsTo: ["ana@dreamcode.example", "luis@ñandú.example"],
    leadsFallbackTo: "ana@other.example",
    alarmTo: ["ops@dreamcode.example", "luis@dreamcode.example"],
    alarmWebhooks: [
      {
        name: expect.stringMatching(/^ntfy\.sh#/),
        url: "https://ntfy.sh/dreamcode",
        chat: undefined,
        secrets: [],
        mayBePrivate: true,
      },
      expect.objectContaining({ url: "https://hooks.slack.com/services/T/B/x", chat: "slack" }),
    ],
    alarmPingUrl: "https://hc-ping.com/dreamcode",
    healthToken: "a third one of thirty-two letters",
    reportTo: ["ceo@dreamcode.example", "ana@dreamcode.example"],
    dataDir: "/var/lib/dreamcode",
    databaseUrl: "postgresql://user:p%40ss@db.dreamcode.example/dreamcode?sslmode=verify-full",
    webhooks: [
      {
        name: "crm.dreamcode.example#2dde66a3",
        url: "https://crm.dreamcode.example/leads",
        chat: undefined,
        secrets: [webhookSecret],
        mayBePrivate: false,
      },
    ],
    formSecret: "a secret of thirty-two characters",
    cmsRepository: {
      backend: {
        name: "gitea",
        repo: "team/site",
        branch: "live",
        base_url: "https://git.dreamcode.example",
        api_root: "https://git.dreamcode.example/api/v1",
      },
      origins: ["https://git.dreamcode.example"],
    },
    indexNowKey: "0123-abcd",
    publishSecret: "another one of thirty-two letters",
    trustedProxies: 2,
    rateLimit: false,
    delivers: false,
    dailyProof: true,
    retentionDays: 730,
    teamTimeZone: "America/Toronto",
  });
});

test("an empty variable is an unset one", () => {
  expect(
    readEnv({ PORT: "", SITE_URL: " ", SMTP_URL: "", MAIL_FROM: "", LEADS_TO: "", DATA_DIR: "", DATABASE_URL: "" }),
  ).toEqual(readEnv({}));
});

test.each([
  [{}, "http://localhost:3000"],
  [{ PORT: "8080" }, "http://localhost:8080"],
  [{ PORT: "8080", SITE_URL: "https://www.dreamcode.example" }, "https://www.dreamcode.example"],
])("of %o the address of the site is %s, for the build as well", (source, siteUrl) => {
  expect([readEnv(source).siteUrl, readPublicEnv(source).siteUrl]).toEqual([siteUrl, siteUrl]);
});

test("every problem is named at once, with what to do, and no value is repeated", () => {
  const secret = "hunter2";
  const problems = messageOf(() =>
    readEnv({
      PORT: "80a",
      SITE_URL: "www.dreamcode.example",
      SMTP_URL: `smtp://user:${secret}/@mail`,
      LEADS_TO: "ana",
      DATABASE_URL: `mysql://user:${secret}@db/leads`,
    }),
  );

  expect(problems.split("\n").map((line) => line.slice(0, line.indexOf(":")))).toEqual([
    "The environment is not usable",
    "  PORT",
    "  SITE_URL",
    "  SMTP_URL",
    "  MAIL_FROM",
    "  LEADS_TO",
    "  DATABASE_URL",
  ]);
  expect(problems).toContain("MAIL_FROM: is needed when SMTP_URL is set: write one address");
  expect(problems).not.toContain(secret);
});

const client = {
  SMTP_OAUTH_TOKEN_URL: "https://login.example/token",
  SMTP_OAUTH_CLIENT_ID: "an-id",
  SMTP_OAUTH_CLIENT_SECRET: "hunter2",
};
const mailbox = { ...mail, SMTP_URL: "smtp://site%40dreamcode.example@mail.dreamcode.example" };

test("a login by OAuth 2 is a mailbox without a password, and a client", () => {
  const known = { tokenUrl: "https://login.example/token", clientId: "an-id", clientSecret: "hunter2" };
  expect(readEnv({ ...mailbox, ...client }).smtp?.oauth).toEqual({
    ...known,
    refreshToken: undefined,
    scope: "https://outlook.office365.com/.default",
  });
  expect(readEnv({ ...mailbox, ...client, SMTP_OAUTH_REFRESH_TOKEN: "1//x" }).smtp?.oauth).toEqual({
    ...known,
    refreshToken: "1//x",
    scope: undefined,
  });
  expect(readEnv({ ...mailbox, ...client, SMTP_OAUTH_SCOPE: "a scope" }).smtp?.oauth?.scope).toBe("a scope");
  const near = { SMTP_OAUTH_TOKEN_URL: "http://127.0.0.1:8080/token" };
  expect(readEnv({ ...mailbox, ...client, ...near }).smtp?.oauth?.tokenUrl).toBe("http://127.0.0.1:8080/token");
});

test.each([
  [
    { ...mailbox, SMTP_OAUTH_CLIENT_SECRET: "hunter2" },
    ["SMTP_OAUTH_TOKEN_URL: is needed", "SMTP_OAUTH_CLIENT_ID: is"],
  ],
  [{ ...mailbox, SMTP_OAUTH_REFRESH_TOKEN: "hunter2" }, ["SMTP_OAUTH_CLIENT_SECRET: is needed"]],
  [{ ...mail, ...client }, ["SMTP_URL: is needed with SMTP_OAUTH"]],
  [{ ...mail, ...client, SMTP_URL: "smtp://site:hunter2@mail" }, ["SMTP_URL: has a password, and SMTP_OAUTH"]],
  [{ ...mail, ...client, SMTP_URL: "smtp://mail" }, ["SMTP_URL: lacks the mailbox"]],
  [{ ...mail, ...client, SMTP_URL: "smtp://hunter2%@mail" }, ["SMTP_URL: write smtp:// or"]],
  [{ ...mail, ...client, SMTP_URL: "smtp://site@mail?ignoreTLS=true" }, ["SMTP_URL: takes no ?ignoreTLS=true with"]],
  [mailbox, ["SMTP_URL: has half a login"]],
  ...["http://login.example/hunter2", "hunter2", "https://hunter2@login.example/token", "http://10.0.0.1/"].map(
    (url) => [{ ...mailbox, ...client, SMTP_OAUTH_TOKEN_URL: url }, ["SMTP_OAUTH_TOKEN_URL: write an address that"]],
  ),
] as [Record<string, string>, string[]][])(
  "half a login by OAuth 2, or two at once, is refused: %o",
  (source, said) => {
    const problems = messageOf(() => readEnv(source));
    for (const each of said) expect(problems).toContain(each);
    expect(problems).not.toContain("hunter2");
  },
);

test.each([
  ["?tls.rejectUnauthorized=false", "tls.rejectUnauthorized"],
  ["?requireTLS=false&secure=false", "requireTLS, secure"],
  ["?ignoreTLS=true&opportunisticTLS=true", "opportunisticTLS"],
  ["?logger=true&pass=hunter2", "logger, pass"],
  ["?__proto__=hunter2", "__proto__"],
])("SMTP_URL takes no other parameter: of %s the names are told", (query, names) => {
  const problems = messageOf(() => readEnv({ ...mail, SMTP_URL: `smtp://user:pass@mail.example.com${query}` }));
  expect(problems).toContain(`SMTP_URL: does not know the parameter ${names};`);
  expect(problems).not.toMatch(/hunter2|user:pass@mail\.example\.com\?/);
});

test.each(["smtp://user:12?hunter2@mail.example.com", "smtp://user:12?hunter2=3@mail", "smtp://mail?hunter2%40mail=1"])(
  "what may be the rest of a password is not told as a parameter: %s",
  (url) => {
    const problems = messageOf(() => readEnv({ ...mail, SMTP_URL: url }));
    expect(problems).toContain("? as %3F");
    expect(problems).not.toContain("hunter2");
  },
);

test("a mail server without TLS can be asked for", () => {
  const url = "smtp://user:pass@mail.example.com?ignoreTLS=true";
  expect(readEnv({ ...mail, SMTP_URL: url }).smtp?.url).toBe(url);
});

test.each([
  [{ PORT: "65536" }, "PORT"],
  [{ DAILY_PROOF: "on" }, "DAILY_PROOF"],
  [{ DAILY_PROOF: "yes" }, "DAILY_PROOF"],
  [{ PORT: "-1" }, "PORT"],
  [{ PORT: "0" }, "PORT"],
  [{ SITE_URL: "ftp://dreamcode.example" }, "SITE_URL"],
  [{ SITE_URL: "https://dreamcode.example/site" }, "SITE_URL"],
  [{ SITE_URL: "https://user@dreamcode.example" }, "SITE_URL"],
  [{ SMTP_URL: "mail.example.com:587" }, "SMTP_URL"],
  [{ SMTP_URL: "http://mail.example.com" }, "SMTP_URL"],
  [{ SMTP_URL: "smtp://" }, "SMTP_URL"],
  [{ SMTP_URL: "smtp://mail.example.com?socketTimeout=1" }, "SMTP_URL"],
  [{ SMTP_URL: "smtp://mail.example.com?ignoreTLS=false" }, "SMTP_URL"],
  [{ SMTP_URL: "smtp://mail.example.com?ignoreTLS" }, "SMTP_URL"],
  [{ SMTP_URL: "smtp://mail.example.com?ignoreTLS=true&ignoreTLS=true" }, "SMTP_URL"],
  [{ SMTP_URL: "smtps://mail.example.com?ignoreTLS=true" }, "SMTP_URL"],
  [{ SMTP_URL: "smtp://user@mail.example.com" }, "SMTP_URL"],
  [{ SMTP_URL: "smtp://:password@mail.example.com" }, "SMTP_URL"],
  [{ SMTP_URL: "smtp://user:12#34@mail.example.com" }, "SMTP_URL"],
  [{ SMTP_URL: "smtp://mail%20.example.com" }, "SMTP_URL"],
  [{ SMTP_URL: "smtp://mail%zz.example.com" }, "SMTP_URL"],
  [{ MAIL_FROM: "DreamCode" }, "MAIL_FROM"],
  [{ MAIL_FROM: "a@dreamcode.example, b@dreamcode.example" }, "MAIL_FROM"],
  [{ LEADS_TO: "a@dreamcode.example, b" }, "LEADS_TO"],
  [{ LEADS_TO: "a@dreamcode" }, "LEADS_TO"],
  [{ LEADS_TO: "a@dreamcode.example b@dreamcode.example" }, "LEADS_TO"],
  [{ LEADS_TO: "a@dreamcode.example\nb@dreamcode.example" }, "LEADS_TO"],
  [{ ALARM_TO: "a@dreamcode.example (b@dreamcode.example)" }, "ALARM_TO"],
  [{ REPORT_TO: "a@dreamcode.example b@dreamcode.example" }, "REPORT_TO"],
  [{ DATABASE_URL: "db.example.com/dreamcode" }, "DATABASE_URL"],
  [{ DATABASE_URL: "postgres://user:password@db.example.com" }, "DATABASE_URL"],
  [{ DATABASE_URL: "postgres://user:50%@db.example.com/dreamcode" }, "DATABASE_URL"],
  [{ FORM_SECRET: "short" }, "FORM_SECRET"],
  [{ TRUSTED_PROXIES: "all" }, "TRUSTED_PROXIES"],
  [{ TRUSTED_PROXIES: "10" }, "TRUSTED_PROXIES"],
  [{ RATE_LIMIT: "no" }, "RATE_LIMIT"],
  [{ SITE_STAGING: "yes" }, "SITE_STAGING"],
  [{ TEAM_TIME_ZONE: "Bogota" }, "TEAM_TIME_ZONE"],
  [{ RETENTION_DAYS: "0" }, "RETENTION_DAYS"],
  [{ RETENTION_DAYS: "30 days" }, "RETENTION_DAYS"],
])("%j is refused", (wrong, name) => {
  expect(messageOf(() => readEnv({ ...mail, ...wrong }))).toMatch(
    new RegExp(`^The environment is not usable:\n  ${name}: [^\n]+$`),
  );
});

test("several programs and several secrets stand with spaces, commas or line ends between, each once", () => {
  const urls = [
    "https://crm.dreamcode.example/leads?fields=a,b",
    "http://10.0.0.7:8080/in",
    "https://crm.dreamcode.example",
  ];
  const [one, two, three] = urls;
  for (const LEAD_WEBHOOK_URL of [urls.join(" "), urls.join(","), ` ${one},\n${two} ,\t${three}/, ${one},`]) {
    const { webhooks } = readEnv({
      ...sending,
      LEAD_WEBHOOK_URL,
      LEAD_WEBHOOK_SECRET: `${webhookSecret}, ${laterSecret}`,
      LEAD_WEBHOOK_PRIVATE: "allow",
    });
    expect(webhooks.map(({ name }) => name)).toEqual([
      "crm.dreamcode.example#28164df5",
      "10.0.0.7:8080#15147a99",
      "crm.dreamcode.example#70084f7e",
    ]);
    for (const { secrets, mayBePrivate } of webhooks)
      expect({ secrets, mayBePrivate }).toEqual({ secrets: [webhookSecret, laterSecret], mayBePrivate: true });
  }
});

test("a chat needs no secret, and a program beside it does", () => {
  const chats = "https://hooks.slack.com/services/T0/B0/x https://prod-1.westus.logic.azure.com:443/workflows/x";
  expect(readEnv({ ...sending, LEAD_WEBHOOK_URL: chats }).webhooks.map(({ chat }) => chat)).toEqual(["slack", "teams"]);
  expect(messageOf(() => readEnv({ ...sending, LEAD_WEBHOOK_URL: `${chats},https://crm.test` }))).toBe(
    "The environment is not usable:\n  LEAD_WEBHOOK_SECRET: is needed when LEAD_WEBHOOK_URL names a program: whsec_ and 24 to 64 bytes in base64",
  );
});

test.each([
  ["crm.test/hunter2", "write an address that begins with https://"],
  [",", "write an address that begins with https://"],
  ["https://crm.test/hunter2, ftp://crm.test/hunter2", "number 2 of 2: write an address that begins with https://"],
  ["https://crm.test/a hunter2 https://crm.test/b", "number 2 of 3: write an address that begins with https://"],
])("the addresses of programs %j are refused: %s", (LEAD_WEBHOOK_URL, help) => {
  const env = { ...sending, LEAD_WEBHOOK_URL, LEAD_WEBHOOK_SECRET: webhookSecret };
  expect(messageOf(() => readEnv(env))).toBe(`The environment is not usable:\n  LEAD_WEBHOOK_URL: ${help}`);
});

test("of several secrets the one that is wrong is named by its number, and not repeated", () => {
  const LEAD_WEBHOOK_SECRET = `${webhookSecret} whsec_hunter2`;
  expect(messageOf(() => readEnv({ ...sending, LEAD_WEBHOOK_URL: "https://crm.test", LEAD_WEBHOOK_SECRET }))).toBe(
    "The environment is not usable:\n  LEAD_WEBHOOK_SECRET: number 2 of 2: write whsec_ and 24 to 64 bytes in base64, as the receiver has it",
  );
});

test("a page that is built needs what the public may know alone", () => {
  const env = { SITE_URL: "https://www.dreamcode.example", SITE_STAGING: "on", SMTP_URL: "wrong" };
  expect(readPublicEnv(env)).toEqual({ siteUrl: "https://www.dreamcode.example", isStaging: true });
});

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
  return "";
}
