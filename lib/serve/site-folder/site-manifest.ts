import { join } from "node:path";
import type { PublicEnv } from "#lib/env.ts";
import { releaseFolder } from "#lib/release/release-folder.ts";

/** What the build wrote into the site folder, for the front to serve. */
export type SiteManifest = {
  files: SiteFile[];
  /** Addresses that Next answers per request, as regular expressions. */
  dynamic: string[];
  /** Addresses that lead to a list: those of further pages that it once had, and of articles that readers see no longer. */
  former?: Record<string, string>;
  /** The address of the script that improves forms. */
  script: string;
  /** When readers are to see something that they do not see yet, or no longer, in UTC. */
  changesAt?: string | undefined;
  /** What it was told of the site, and its pages say. */
  builtFor: PublicEnv;
};

export type SiteFile = {
  /** The address, decoded. */
  path: string;
  /** Where it is in the folder; beside it, if it is text, the same as `.br` and `.gz`. */
  file: string;
  type: string;
  isText: boolean;
  /** Its name changes whenever its content does. */
  isImmutable: boolean;
  etag: string;
  /** Of what a page from before may still ask for: when a build first had no use for it. */
  droppedAt?: string;
  /** Of a page: the hashes of its inline scripts. Empty when it ships none, and then it has no other script either. */
  scripts?: string[];
  /** Of a page: its first heading. */
  title?: string;
};

/** The site folder, beside what else Next built. */
export const siteFolder = join(releaseFolder, ".next/site");

/** Beside it: the editor, which is no part of the site. */
export const editorFolder = join(releaseFolder, ".next/editor");
