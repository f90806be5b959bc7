import { existsSync } from "node:fs";
import { domainToASCII } from "node:url";
import addressparser from "nodemailer/lib/addressparser";
import * as z from "zod";
import { type Repository, readRepository } from "#lib/editor/repository.ts";
import { isTimeZone } from "#lib/hours/is-time-zone.ts";
import { lookupAddress } from "#lib/leads/lookup-address.ts";
import { chatAt, type WebhookTarget, webhookTarget } from "#lib/leads/webhook-target.ts";
import type { MailAddress } from "#lib/mail/mail.ts";
import { readSmtpUrl } from "#lib/mail/read-smtp-url.ts";
import type { SmtpAccount } from "#lib/mail/smtp-mailer.ts";
import { isThisMachine } from "#lib/network/is-this-machine.ts";

export type Env = {
  port: number;
  /** Interface to listen on; all of them when unset. */
  host: string | undefined;
  /** Scheme, name and port, without a slash at the end. */
  siteUrl: string;
  /** A copy of the site for trying out, which no search engine may show. */
  isStaging: boolean;
  /** Unset: leads are stored and wait. */
  smtp: (SmtpAccount & { from: MailAddress }) | undefined;
  mailFrom: MailAddress | undefined;
  leadsTo: string[];
  leadsFallbackTo: string | undefined;
  alarmTo: string[];
  /** Who hears of alarms by HTTP. */
  alarmWebhooks: WebhookTarget[];
  /** Asked every minute while all is well. */
  alarmPingUrl: string | undefined;
  /** Nobody: there is no monthly report. */
  reportTo: string[];
  dataDir: string;
  /** Unset: the leads are in SQLite, in the folder. */
  databaseUrl: string | undefined;
  /** The programs that are told of leads. */
  webhooks: WebhookTarget[];
  /** Where leads are counted; without a slash at the end. */
  plausibleUrl: string | undefined;
  /** Unset: the process keeps one in `dataDir`. */
  formSecret: string | undefined;
  /** Unset: outside of development there is no editor. */
  cmsRepository: Repository | undefined;
  /** Unset: no Git host can ask for a publication. */
  publishSecret: string | undefined;
  /** Unset: search engines find out by themselves what has changed. */
  indexNowKey: string | undefined;
  /** Unset: details of the health are told to nobody, but on the machine of a site that only it can reach. */
  healthToken: string | undefined;
  /** How many proxies of our own stand in front of the site. */
  trustedProxies: number;
  rateLimit: boolean;
  /** False: the site leaves that to `npm run worker`. */
  delivers: boolean;
  dailyProof: boolean;
  /** Unset: leads are kept for ever. */
  retentionDays: number | undefined;
  /** By whose clocks and calendar the team reads. */
  teamTimeZone: string;
};

/** What pages say, and every answer. */
export type PublicEnv = Pick<Env, "siteUrl" | "isStaging">;

const defaultPort = "3000";

type Source = Record<string, string | undefined>;

export class EnvError extends Error {
  override name = "EnvError";
}

/** Reads the environment and throws an EnvError that names every problem at once. An empty variable counts as unset. */
export function readEnv(source: Source = environment()): Env {
  const given = filledIn(source);
  const isSigned = splitAddresses(given.LEAD_WEBHOOK_URL ?? "").some((url) => !chatAt(url));
  const hasToken = Object.keys(given).some((name) => name.startsWith("SMTP_OAUTH_"));
  const env = check(envSchema({ sendsMail: given.SMTP_URL !== undefined, hasToken, isSigned }), given);
  return {
    port: env.PORT,
    host: env.HOST,
    siteUrl: env.SITE_URL,
    isStaging: env.SITE_STAGING === "on",
    smtp: env.SMTP_URL && env.MAIL_FROM ? { url: env.SMTP_URL, oauth: oauthOf(env), from: env.MAIL_FROM } : undefined,
    mailFrom: env.MAIL_FROM,
    leadsTo: env.LEADS_TO,
    leadsFallbackTo: env.LEADS_FALLBACK_TO,
    alarmTo: env.ALARM_TO,
    alarmWebhooks: targetsOf(env.ALARM_WEBHOOK_URL, { secrets: [], mayBePrivate: true }),
    alarmPingUrl: env.ALARM_PING_URL,
    reportTo: env.REPORT_TO,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    webhooks: webhooksOf(env),
    plausibleUrl: env.PLAUSIBLE_URL,
    formSecret: env.FORM_SECRET,
    cmsRepository: env.CMS_REPOSITORY,
    publishSecret: env.PUBLISH_SECRET,
    indexNowKey: env.INDEXNOW_KEY,
    healthToken: env.HEALTH_TOKEN,
    trustedProxies: env.TRUSTED_PROXIES,
    rateLimit: env.RATE_LIMIT === "on",
    delivers: env.DELIVERY === "on",
    dailyProof: env.DAILY_PROOF === "on",
    retentionDays: env.RETENTION_DAYS,
    teamTimeZone: env.TEAM_TIME_ZONE,
  };
}

function oauthOf(env: z.infer<ReturnType<typeof envSchema>>): SmtpAccount["oauth"] {
  const {
    SMTP_OAUTH_TOKEN_URL: tokenUrl,
    SMTP_OAUTH_CLIENT_ID: clientId,
    SMTP_OAUTH_CLIENT_SECRET: clientSecret,
  } = env;
  if (!tokenUrl || !clientId || !clientSecret) return undefined;
  const refreshToken = env.SMTP_OAUTH_REFRESH_TOKEN;
  // What a refresh token is good for was said when it was given.
  const scope = env.SMTP_OAUTH_SCOPE ?? (refreshToken ? undefined : microsoft365);
  return { tokenUrl, clientId, clientSecret, refreshToken, scope };
}

/** To send as any mailbox that the client was given in Exchange Online. */
const microsoft365 = "https://outlook.office365.com/.default";

type WebhookSettings = Pick<
  z.infer<ReturnType<typeof envSchema>>,
  "LEAD_WEBHOOK_URL" | "LEAD_WEBHOOK_SECRET" | "LEAD_WEBHOOK_PRIVATE"
>;

function webhooksOf(env: WebhookSettings): WebhookTarget[] {
  const known = { secrets: env.LEAD_WEBHOOK_SECRET ?? [], mayBePrivate: env.LEAD_WEBHOOK_PRIVATE === "allow" };
  return targetsOf(env.LEAD_WEBHOOK_URL, known);
}

/** Each once. */
function targetsOf(urls: string[] = [], known: Pick<WebhookTarget, "secrets" | "mayBePrivate">): WebhookTarget[] {
  const targets = urls.map((url) => webhookTarget(url, known));
  return [...new Map(targets.map((target) => [target.name, target])).values()];
}

/** For processes: what is wrong is printed, without a stack, and the process ends. */
export function readEnvOrExit(): Env {
  try {
    return readEnv();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** What a page that is built has to know. It needs no mail server. */
export function readPublicEnv(source: Source = environment()): PublicEnv {
  const { SITE_URL, SITE_STAGING } = check(z.object(publicSchema), filledIn(source));
  return { siteUrl: SITE_URL, isStaging: SITE_STAGING === "on" };
}

function filledIn(source: Source): Record<string, string> {
  const entries = Object.entries(source).map(([name, value]) => [name, value?.trim() ?? ""]);
  const given = Object.fromEntries(entries.filter(([, value]) => value !== ""));
  const port = given.PORT && isPort(given.PORT) ? given.PORT : defaultPort;
  return { SITE_URL: `http://localhost:${port}`, ...given };
}

function check<Schema extends z.ZodType>(schema: Schema, given: Record<string, string>): z.infer<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new EnvError(["The environment is not usable:", ...problems].join("\n"));
}

const siteUrl = z
  .string()
  .refine(isOrigin, "write the site's address without a path, for example: https://www.dreamcode.example")
  .transform((url) => new URL(url).origin);

const publicSchema = { SITE_URL: siteUrl, SITE_STAGING: z.enum(["on", "off"], "write on or off").default("off") };

/** The process's own variables, and what a .env file adds to them. */
function environment(): NodeJS.ProcessEnv {
  if (existsSync(/* turbopackIgnore: true */ ".env")) process.loadEnvFile(".env");
  return process.env;
}

// The messages never repeat a value: SMTP_URL and DATABASE_URL hold passwords.
export function envSchema({ sendsMail, hasToken, isSigned }: Record<"sendsMail" | "hasToken" | "isSigned", boolean>) {
  const from = addresses("write one address, for example: DreamCode <hello@dreamcode.example>", 1);
  const to = addresses("write the addresses with commas between, for example: ana@dreamcode.example", Infinity);
  const smtpUrl = z
    .string("is needed with SMTP_OAUTH_CLIENT_ID and the others: smtp://, the mailbox, @ and the server")
    .superRefine((value, context) => {
      const trouble = smtpUrlTrouble(value, hasToken);
      if (trouble) context.addIssue(trouble);
    });
  const ofToken = (what: string): z.ZodType<string | undefined, string | undefined> => {
    const given = z.string(`is needed to log in to SMTP_URL with OAuth 2: ${what}`);
    return hasToken ? given : given.optional();
  };
  return z.object({
    PORT: z
      .string()
      .default(defaultPort)
      .refine(isPort, "write a number from 1 to 65535, such as 3000")
      .transform(Number),
    HOST: z.string().optional(),
    ...publicSchema,
    SMTP_URL: hasToken ? smtpUrl : smtpUrl.optional(),
    SMTP_OAUTH_TOKEN_URL: ofToken("the address that gives tokens").refine(isSafeAddress, tokenUrlHelp),
    SMTP_OAUTH_CLIENT_ID: ofToken("the client's (the app's) id"),
    SMTP_OAUTH_CLIENT_SECRET: ofToken("the client's secret"),
    SMTP_OAUTH_REFRESH_TOKEN: z.string().optional(),
    SMTP_OAUTH_SCOPE: z.string().optional(),
    MAIL_FROM: (sendsMail ? from : from.optional()).transform((list) => list?.[0]),
    LEADS_TO: (sendsMail ? to : to.optional()).transform(distinct),
    LEADS_FALLBACK_TO: from.optional().transform((list) => list?.[0]?.address),
    ALARM_TO: to.optional().transform(distinct),
    ALARM_WEBHOOK_URL: listOf(splitAddresses, webhookAddress).optional(),
    ALARM_PING_URL: webhookAddress.optional(),
    REPORT_TO: to.optional().transform(distinct),
    DATA_DIR: z.string().default("./data"),
    DATABASE_URL: z.string().refine(isPostgresUrl, postgresUrlHelp).optional(),
    LEAD_WEBHOOK_URL: listOf(splitAddresses, webhookAddress)
      .refine(() => sendsMail, "needs SMTP_URL as well: who is to be told when the webhook fails is told by mail")
      .optional(),
    PLAUSIBLE_URL: z
      .url({ protocol: /^https?$/, error: "write an address such as https://plausible.io" })
      .transform((url) => url.replace(/\/+$/, ""))
      .optional(),
    LEAD_WEBHOOK_SECRET: isSigned ? webhookSecrets : webhookSecrets.optional(),
    LEAD_WEBHOOK_PRIVATE: z.enum(["allow"], "write allow, or leave it unset").optional(),
    FORM_SECRET: z.string().min(32, "write at least 32 characters that nobody can guess").optional(),
    PUBLISH_SECRET: z.string().min(32, "write at least 32 characters that nobody can guess").optional(),
    INDEXNOW_KEY: z
      .string()
      .regex(/^[a-zA-Z0-9-]{8,128}$/, "write 8 to 128 letters, digits and -, as from openssl rand -hex 16")
      .optional(),
    HEALTH_TOKEN: z.string().min(32, "write at least 32 characters that nobody can guess").optional(),
    CMS_REPOSITORY: z
      .string()
      .refine((value) => readRepository(value) !== undefined, repositoryHelp)
      .transform(readRepository)
      .optional(),
    TRUSTED_PROXIES: z
      .string()
      .default("0")
      .refine((value) => /^\d$/.test(value), "write how many proxies stand in front of the site, from 0 to 9")
      .transform(Number),
    RATE_LIMIT: z.enum(["on", "off"], "write on or off").default("on"),
    DELIVERY: z.enum(["on", "off"], "write on or off").default("on"),
    DAILY_PROOF: z
      .enum(["on", "off"], "write on or off")
      .default("off")
      .refine((value) => value === "off" || sendsMail, "needs SMTP_URL as well: it proves that mail arrives"),
    TEAM_TIME_ZONE: z
      .string()
      .default("America/Bogota")
      .refine(isTimeZone, "write a time zone of a place, for example: America/Bogota"),
    RETENTION_DAYS: z
      .string()
      .regex(/^[1-9]\d{0,4}$/, "write a number of days, from 1 to 99999, or leave it unset to keep leads for ever")
      .transform(Number)
      .optional(),
  });
}

/** A comma may be part of an address, unless white space or another address follows. */
function splitAddresses(value: string): string[] {
  return value.split(/[\s,]*\s[\s,]*|,(?=https?:)|,$/i).filter(Boolean);
}

const webhookAddress = z.url({ protocol: /^https?$/, error: "write an address that begins with https://" });

const webhookSecrets = listOf(
  (value) => value.split(/[\s,]+/).filter(Boolean),
  z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, "write whsec_ and 24 to 64 bytes in base64, as the receiver has it"),
  "is needed when LEAD_WEBHOOK_URL names a program: whsec_ and 24 to 64 bytes in base64",
);

/** Says which of several is wrong, by its number alone: all of them are secrets. */
function listOf(split: (value: string) => string[], one: z.ZodType<string>, missing?: string) {
  return z
    .string(missing)
    .transform(split)
    .superRefine((list, context) => {
      // A lone comma is none of them.
      for (const [index, value] of (list.length > 0 ? list : [""]).entries()) {
        const help = one.safeParse(value).error?.issues[0]?.message;
        if (help) context.addIssue(list.length > 1 ? `number ${index + 1} of ${list.length}: ${help}` : help);
      }
    });
}

const smtpUrlHelp =
  "write smtp:// or smtps://, then user:password@ if there is a login, then the server, for example: " +
  "smtp://user:password@mail.example.com:587 (in a password, write @ as %40, / as %2F, : as %3A, ? as %3F and # as %23)";

const tokenLoginHelp = "smtp://site%40example.com@smtp.example.com:587 (@ in the mailbox is %40)";

const tokenUrlHelp =
  "write an address that begins with https://, for example https://oauth2.googleapis.com/token: secrets go there";

const repositoryHelp =
  "write github:owner/name, gitlab:group/name or gitea:https://git.example.com/owner/name, and #branch behind it if it is not the main one";

const postgresUrlHelp =
  "write postgres://, then user:password@, the server and the database, for example: " +
  "postgres://user:password@db.example.com:5432/dreamcode (in a password, write @ as %40, / as %2F and : as %3A)";

function addresses(help: string, most: number) {
  return z
    .string(`is needed when SMTP_URL is set: ${help}`)
    .refine(namesAll, help)
    .transform((value) => addressparser(value, { flatten: true }))
    .refine((list) => list.length > 0 && list.length <= most && list.every(isAddress), help);
}

/** Between commas the parser takes one address and drops the others: with a space or a new line, somebody got no leads. */
function namesAll(value: string): boolean {
  const ats = value.replace(/"[^"]*"/g, "").match(/@/g)?.length ?? 0;
  return ats <= addressparser(value, { flatten: true }).length;
}

/** Two spellings of one mailbox get each mail once. */
function distinct(list: MailAddress[] = []): string[] {
  const mailboxes = list.map(({ address }) => lookupAddress(address));
  return list.map(({ address }) => address).filter((address, at) => mailboxes.indexOf(lookupAddress(address)) === at);
}

function isPort(value: string): boolean {
  return /^[1-9]\d{0,4}$/.test(value) && Number(value) <= 65535;
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, origin, href } = new URL(value);
  return /^https?:$/.test(protocol) && href === `${origin}/`;
}

/** What keeps the value from being used, without repeating any of it but names of parameters. */
function smtpUrlTrouble(value: string, hasToken: boolean): string | undefined {
  if (!URL.canParse(value)) return smtpUrlHelp;
  const { protocol, hostname, username, password, pathname, search, searchParams, hash } = new URL(value);
  if (!/^smtps?:$/.test(protocol) || pathname.length > 1 || hash !== "") return smtpUrlHelp;
  if (![hostname, username].every(isDecodable) || readSmtpUrl(value).host === "") return smtpUrlHelp;
  if (hasToken && password !== "") return "has a password, and SMTP_OAUTH_… is there as well: take one of them out";
  if (hasToken && username === "") return `lacks the mailbox that SMTP_OAUTH_… logs in to: ${tokenLoginHelp}`;
  if (!hasToken && (username === "") !== (password === "")) return `has half a login: ${smtpUrlHelp}`;

  // A query could set any option of nodemailer, such as tls.rejectUnauthorized or a shorter socketTimeout.
  const unknown = [...searchParams.keys()].filter((name) => name !== "ignoreTLS");
  // What looks like one may be the rest of a password with a ? in it, and is then not repeated.
  if (search.includes("@") || unknown.some((name) => !/^[\w.]{1,40}$/.test(name))) return smtpUrlHelp;
  if (unknown.length > 0) return `does not know the parameter ${unknown.join(", ")}; the only one is ?ignoreTLS=true`;
  if (hasToken && search !== "") return "takes no ?ignoreTLS=true with SMTP_OAUTH_…: the token would go out in clear";
  if (search === "" || (search === "?ignoreTLS=true" && protocol === "smtp:")) return undefined;
  return "the only parameter is ?ignoreTLS=true, which sends everything in clear, with smtp:// alone";
}

/** Whether what is posted there can be read on the way. */
function isSafeAddress(value: string | undefined): boolean {
  if (value === undefined) return true;
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, hash } = new URL(value);
  const isNear = isThisMachine(hostname.replace(/^\[|\]$/g, ""));
  return (protocol === "https:" || (protocol === "http:" && isNear)) && username === "" && hash === "";
}

function isPostgresUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, pathname } = new URL(value);
  // A server on this machine may be reached through a socket, and is then named in the query.
  return /^postgres(ql)?:$/.test(protocol) && pathname.length > 1 && [username, password, pathname].every(isDecodable);
}

function isDecodable(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

function isAddress({ address }: MailAddress): boolean {
  const [, local, domain] = /^(.+)@(.+)$/.exec(address) ?? [];
  return domain !== undefined && z.email().safeParse(`${local}@${domainToASCII(domain)}`).success;
}
