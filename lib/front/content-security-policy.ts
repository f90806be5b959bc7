import { headScript } from "./head-script.ts";
import { sha256 } from "./lean-page.ts";

const headHash = sha256(headScript);

/** Of a prerendered page: the hashes of its inline scripts; a page that has none may run none. */
export function pageCsp(scripts: readonly string[]): string {
  return scripts.length === 0 ? withoutScript : withScript(scripts.join(" "));
}

/** Of a page that was rendered for this request: what a visitor typed is in it, so its scripts are known by a nonce. */
export function nonceCsp(nonce: string): string {
  return withScript(`'nonce-${nonce}' ${headHash}`);
}

/** Of everything that is no page. */
export const nothingCsp = "default-src 'none'; frame-ancestors 'none'";

const always =
  "style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; " +
  "base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

// Nothing on such a page connects; Lighthouse reads robots.txt from inside of it.
const withoutScript = `default-src 'none'; script-src 'none'; connect-src 'self'; ${always}; trusted-types 'none'`;

function withScript(allowed: string): string {
  // `nextjs` is the policy that Next makes for itself, `default` is ours.
  return `default-src 'none'; script-src 'self' ${allowed}; connect-src 'self'; ${always}; trusted-types default nextjs`;
}
