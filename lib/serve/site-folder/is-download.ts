import { paths } from "#lib/i18n/paths.ts";

/** A file of content/files, for readers to keep. */
export function isDownload(path: string): boolean {
  return path.startsWith(paths.file(""));
}
