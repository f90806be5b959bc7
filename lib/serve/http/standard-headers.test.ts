import { expect, test } from "vitest";
import { fileHeaders } from "#lib/serve/site-folder/file-headers.ts";
import type { SiteFile } from "#lib/serve/site-folder/site-manifest.ts";
import { nothingCsp, pageCsp } from "./content-security-policy.ts";
import { standardHeaders } from "./standard-headers.ts";

const plain = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
};
const secure = { "strict-transport-security": "max-age=63072000" };
const unlisted = { "x-robots-tag": "noindex, nofollow" };

test.each([
  ["http://localhost:3000", false, plain],
  ["https://www.dreamcode.example", false, { ...plain, ...secure }],
  ["http://copy.example", true, { ...plain, ...unlisted }],
  ["https://copy.example", true, { ...plain, ...unlisted, ...secure }],
])("every answer of %s, a copy for trying out: %s, says this and no more", (siteUrl, isStaging, headers) => {
  expect(standardHeaders({ siteUrl, isStaging })).toEqual(headers);
});

test("a policy allows what our pages have, and by its hash each script that stands in one", () => {
  const always =
    "connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; " +
    "base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  expect(pageCsp([])).toBe(`default-src 'none'; script-src 'none'; ${always}`);
  expect(pageCsp(["'sha256-a'", "'sha256-b'"])).toBe(
    `default-src 'none'; script-src 'self' 'sha256-a' 'sha256-b'; ${always}`,
  );
  expect(nothingCsp).toBe("default-src 'none'; frame-ancestors 'none'");
});

const file: SiteFile = {
  path: "/robots.txt",
  file: "robots.txt",
  type: "text/plain; charset=utf-8",
  isText: true,
  isImmutable: false,
  etag: "a1",
};
const asked = { etag: 'W/"a1"', "cache-control": "public, max-age=0, must-revalidate" };
const kept = { etag: 'W/"a1"', "cache-control": "public, max-age=31536000, immutable" };
const text = { vary: "accept-encoding" };
const rules = { "speculation-rules": '"/speculation-rules.json"' };
const html = "text/html; charset=utf-8";

test.each<[what: string, file: Partial<SiteFile>, headers: Record<string, string>]>([
  [
    "a text",
    {},
    { "content-type": "text/plain; charset=utf-8", "content-security-policy": nothingCsp, ...asked, ...text },
  ],
  [
    "a page without script",
    { type: html, scripts: [] },
    { "content-type": html, "content-security-policy": pageCsp([]), ...asked, ...text, ...rules },
  ],
  [
    "a page with one",
    { type: html, scripts: ["'sha256-a'"] },
    { "content-type": html, "content-security-policy": pageCsp(["'sha256-a'"]), ...asked, ...text, ...rules },
  ],
  [
    "a font",
    { type: "font/woff2", isText: false, isImmutable: true },
    { "content-type": "font/woff2", "content-security-policy": nothingCsp, ...kept },
  ],
  [
    "a picture, which other sites show",
    { type: "image/png", isText: false },
    {
      "content-type": "image/png",
      "content-security-policy": nothingCsp,
      "cross-origin-resource-policy": "cross-origin",
      ...asked,
    },
  ],
  [
    "the rules for what is fetched before it is asked for",
    { path: "/speculation-rules.json", type: "application/json" },
    {
      "content-type": "application/speculationrules+json",
      "content-security-policy": nothingCsp,
      ...asked,
      ...text,
    },
  ],
])("of %s this is said besides", (_what, changes, headers) => {
  expect(fileHeaders({ ...file, ...changes })).toEqual(headers);
});
