import type { Env } from "#lib/env.ts";

/** What a start says where whoever reaches our port past the proxy could write any address; undefined when all is well. */
export function bypassWarning({ trustedProxies, host }: Pick<Env, "trustedProxies" | "host">): string | undefined {
  if (trustedProxies === 0 || host !== undefined) return undefined;
  return [
    `TRUSTED_PROXIES is ${trustedProxies} and HOST is not set: whoever reaches the port past the proxy may write any address into`,
    "X-Forwarded-For, and so have others refused. With the proxy on this machine set HOST=127.0.0.1; else let a firewall pass the",
    "proxy alone, and set HOST to the address that it reaches.",
  ].join(" ");
}
