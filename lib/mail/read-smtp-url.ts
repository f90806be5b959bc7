import { domainToASCII } from "node:url";
import { isThisMachine } from "#lib/network/is-this-machine.ts";

/** What SMTP_URL says about the server and the way to it. */
export type SmtpServer = {
  /** Without parameters: nodemailer would set any of its options by them. */
  url: string;
  host: string;
  port: number;
  usesTls: boolean;
  hasLogin: boolean;
  /** Who logs in with a token of OAuth 2: a user without a password. */
  tokenUser: string | undefined;
  isThisMachine: boolean;
  /** Somebody wrote ?ignoreTLS=true: everything goes in clear, also where the server offers TLS. */
  ignoresTls: boolean;
  /** The password or the token may not leave this machine in clear. */
  needsTls: boolean;
};

export function readSmtpUrl(value: string): SmtpServer {
  const url = new URL(value);
  const usesTls = url.protocol === "smtps:";
  const ignoresTls = url.searchParams.get("ignoreTLS") === "true";
  const hasLogin = url.username !== "" || url.password !== "";
  const host = hostOf(url);
  const isNear = isThisMachine(host);
  const tokenUser = hasLogin && url.password === "" ? decodeURIComponent(url.username) : undefined;
  url.search = "";
  // With it nodemailer would take an empty password for the login.
  if (tokenUser !== undefined) url.username = "";
  return {
    url: url.href,
    host,
    port: Number(url.port) || (usesTls ? 465 : 587),
    usesTls,
    hasLogin,
    tokenUser,
    isThisMachine: isNear,
    ignoresTls,
    needsTls: hasLogin && !usesTls && !isNear && !ignoresTls,
  };
}

/** As nodemailer reads it. Of schemes other than http, URL leaves the name as it is written. */
function hostOf({ hostname }: URL): string {
  return hostname.startsWith("[") ? hostname.slice(1, -1) : domainToASCII(decodeURIComponent(hostname));
}
