// Turbopack names a chunk to load with a plain string, which Trusted Types would refuse, and React makes an empty script
// element to fill: these two are let through and nothing else is.
const trustedTypesPolicy = `
window.trustedTypes&&trustedTypes.createPolicy("default",{
createScriptURL(u){const{origin,pathname}=new URL(u,location.href);
return origin===location.origin&&/^\\/_next\\/static\\/chunks\\/[\\w.~-]+\\.js$/.test(pathname)?u:null},
createHTML(h){return h==="<script><\\/script>"?h:null}});
`;

// Beside the styles and fonts on a slow line, and before the first paint on a fast one, the framework would keep a reader
// from seeing a page that works without it. A page that is prerendered is not painted before somebody asks for it.
const loadScripts = `
addEventListener("load",()=>(document.prerendering?setTimeout:requestAnimationFrame)(()=>setTimeout(()=>{
for(const later of document.querySelectorAll("script[data-src]")){
const script=document.createElement("script");script.async=true;script.src=later.dataset.src;later.replaceWith(script)}
})))
`;

/** Runs before every other script of a page, and loads the others once the page is painted. */
export const headScript = (trustedTypesPolicy + loadScripts).replaceAll("\n", "");

/** First in the head, and not in the layout: there it would come after scripts that may be in the cache and run at once. */
export function withHeadScript(html: string): string {
  return html
    .replaceAll(scriptPreload, "")
    .replaceAll(asyncScript, '<script type="text/plain" data-src="$<src>"></script>')
    .replace("<head>", () => `<head><script>${headScript}</script>`);
}

const scriptPreload = /<link rel="preload" as="script"[^>]*>/g;
const asyncScript = /<script src="(?<src>[^"]*)" async=""[^>]*><\/script>/g;
