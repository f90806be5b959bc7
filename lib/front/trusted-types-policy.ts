/**
 * Runs before every other script of a page. Turbopack names a chunk to load with a plain string, which Trusted Types would
 * refuse, and React makes an empty script element to fill: these two are let through and nothing else is.
 */
export const trustedTypesPolicy = `
window.trustedTypes&&trustedTypes.createPolicy("default",{
createScriptURL(u){const{origin,pathname}=new URL(u,location.href);
return origin===location.origin&&/^\\/_next\\/static\\/chunks\\/[\\w.~-]+\\.js$/.test(pathname)?u:null},
createHTML(h){return h==="<script><\\/script>"?h:null}})
`.replaceAll("\n", "");

/** First in the head, and not in the layout: there it would come after scripts that may be in the cache and run at once. */
export function withTrustedTypesPolicy(html: string): string {
  return html.replace("<head>", () => `<head><script>${trustedTypesPolicy}</script>`);
}
