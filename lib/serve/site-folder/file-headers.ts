import { basename } from "node:path";
import { nothingCsp, pageCsp } from "#lib/serve/http/content-security-policy.ts";
import { isDownload } from "./is-download.ts";
import { isPreview } from "./is-preview.ts";
import type { SiteFile } from "./site-manifest.ts";

export const forGood = "public, max-age=31536000, immutable";

/** What is said of a file besides what every answer says. */
export function fileHeaders({ path, type, isText, isImmutable, etag, scripts }: SiteFile): Record<string, string> {
  return {
    "content-type": path === "/speculation-rules.json" ? "application/speculationrules+json" : type,
    "content-security-policy": scripts ? pageCsp(scripts) : nothingCsp,
    "cache-control": isImmutable ? forGood : isPreview(path) ? "no-store" : "public, max-age=0, must-revalidate",
    // Weak, because the compressed forms share it.
    etag: `W/"${etag}"`,
    ...(isText && { vary: "accept-encoding" }),
    // Other sites show our share images and icons.
    ...(type.startsWith("image/") && { "cross-origin-resource-policy": "cross-origin" }),
    // What somebody else wrote is saved, and never shown as a page of ours.
    ...(isDownload(path) && { "content-disposition": `attachment; filename="${basename(path)}"` }),
    ...(scripts && { "speculation-rules": '"/speculation-rules.json"' }),
  };
}
