import type { PublicEnv } from "#lib/env.ts";

/** What every answer says, whatever it holds. Written by `send` alone, so that no kind of answer can lack one. */
export function standardHeaders({ siteUrl, isStaging }: PublicEnv): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    ...(isStaging && { "x-robots-tag": "noindex, nofollow" }),
    // Two years. Of this name alone: others under it may have no TLS, and are somebody else's to decide about. A browser that saw it over plain http on a developer's machine would be stuck.
    ...(siteUrl.startsWith("https:") && { "strict-transport-security": "max-age=63072000" }),
  };
}
