import type { Resolver } from "node:dns/promises";
import type { Env } from "#lib/env.ts";
import type { SiteAnswer } from "./ask-site.ts";

export type Finding =
  | { state: "ok"; seen: string }
  /** `todo` says what to do, in a sentence. Nothing here is secret. */
  | { state: "warning" | "wrong"; seen: string; todo: string };

/** An installation, and how it is looked at. */
export type Patient = {
  env: Env;
  /** Where the build is that the next start takes. */
  siteFolder: string;
  names: Pick<Resolver, "resolveTxt">;
  /** By which receivers find the key of DKIM. */
  selector: string | undefined;
  sendsTestMail: boolean;
  /** The health check of the site, asked once each: at SITE_URL, and on this machine past any proxy. */
  publicAnswer: Promise<SiteAnswer>;
  localAnswer: Promise<SiteAnswer>;
};

/** Undefined where there is nothing to look at. */
export type Check = (patient: Patient) => Promise<Finding | undefined>;
