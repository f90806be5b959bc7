import { bypassWarning } from "#lib/network/bypass-warning.ts";
import type { Check } from "../finding.ts";

/** As the site itself saw the request that came by SITE_URL. */
export const proxy: Check = async ({ env, publicAnswer }) => {
  const { health } = await publicAnswer;
  if (health?.alarms.includes("proxy-untrusted")) {
    return {
      state: "wrong",
      seen: `a request by SITE_URL shows no visitor's address with TRUSTED_PROXIES=${env.trustedProxies}`,
      todo: "Set it to the number of proxies in front, and let each send X-Forwarded-For.",
    };
  }
  const canBeBypassed = bypassWarning(env);
  if (canBeBypassed)
    return { state: "warning", seen: "the site's port may be open past the proxy", todo: canBeBypassed };
  return health && { state: "ok", seen: `TRUSTED_PROXIES=${env.trustedProxies} is what requests by SITE_URL show` };
};
