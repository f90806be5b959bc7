import type { PublicEnv } from "#lib/env.ts";

/** Where the pages say something else than what the site is started with: warnings, for nobody would see it on them. */
export function buildMismatch(built: PublicEnv, started: PublicEnv): string[] {
  return [
    ...(built.siteUrl === started.siteUrl ? [] : [warning("SITE_URL", built.siteUrl, started.siteUrl)]),
    ...(built.isStaging === started.isStaging
      ? []
      : [warning("SITE_STAGING", onOrOff(built.isStaging), onOrOff(started.isStaging))]),
  ];
}

function warning(name: string, built: string, started: string): string {
  return `*** The pages were built with ${name}=${built}, and this is ${started}: set ${name} and build again. ***`;
}

function onOrOff(value: boolean): string {
  return value ? "on" : "off";
}
