import { extname } from "node:path";

const types: Record<string, string> = {
  ".avif": "image/avif",
  ".css": "text/css; charset=utf-8",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** The type of a file by its name. No browser may guess one (nosniff), so a build with an unknown kind of file fails. */
export function contentType(path: string): string {
  const type = types[extname(path).toLowerCase()];
  if (!type)
    throw new Error(`${path}: lib/serve/site-folder/content-type.ts does not know files of this kind. Add it there.`);
  return type;
}

/** What becomes smaller by compressing. */
export function isText(type: string): boolean {
  return /^text\/|\+xml|\+json|^application\/(json|xml|javascript)/.test(type);
}
