import { expect, test } from "vitest";
import { bypassWarning } from "./bypass-warning.ts";

test("behind a proxy on all interfaces, the start says how to close the way past it", () => {
  const warning = bypassWarning({ trustedProxies: 1, host: undefined });
  expect(warning).toMatch(/TRUSTED_PROXIES is 1 and HOST is not set.*X-Forwarded-For.*HOST=127\.0\.0\.1.*firewall/);
});

test.each([
  { trustedProxies: 0, host: undefined },
  { trustedProxies: 1, host: "127.0.0.1" },
  { trustedProxies: 2, host: "0.0.0.0" },
])("%j is no reason for a warning", (env) => {
  expect(bypassWarning(env)).toBeUndefined();
});
