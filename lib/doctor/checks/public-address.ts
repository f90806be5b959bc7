import { isThisMachine } from "#lib/network/is-this-machine.ts";
import { localOrigin } from "../ask-site.ts";
import type { Check } from "../finding.ts";

export const publicAddress: Check = async ({ env, publicAnswer, localAnswer }) => {
  const { siteUrl } = env;
  const { answer, health, trouble } = await publicAnswer;
  if (health) {
    const { protocol, hostname } = new URL(siteUrl);
    if (protocol === "https:" || isThisMachine(hostname))
      return { state: "ok", seen: `the site answers at ${siteUrl}` };
    const todo = "Give it a certificate (deploy/Caddyfile gets one by itself), and build for https://.";
    return { state: "wrong", seen: `the site answers at ${siteUrl} in clear, and so do its forms`, todo };
  }
  if (!(await localAnswer).health) {
    const todo = "Start the site, then look again.";
    return { state: "warning", seen: `the site does not run on ${localOrigin(env)}`, todo };
  }
  if (answer) {
    const { location } = answer.headers;
    const where = location && answer.status < 400 ? `leads on to ${location}` : `answers ${answer.status}`;
    const todo = "Let it lead to this site, with the Host header, or set SITE_URL to the address that does, and build.";
    return { state: "wrong", seen: `what is at ${siteUrl} ${where} and is not this site`, todo };
  }
  const todo = "The site runs here: look at the name, the certificate, the firewall and the proxy in front.";
  return { state: "wrong", seen: `at ${siteUrl}: ${trouble}`, todo };
};
