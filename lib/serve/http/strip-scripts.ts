import { createHash } from "node:crypto";

type StrippedPage = { html: string; scripts: string[] };

/**
 * A page as it is served: without Next's scripts, its flight data and the preloads of both, for nothing in it needs React in
 * the browser. A page with a form that script improves, or with thanks for one, asks for that script, ours. `scripts` are the hashes of its inline
 * scripts.
 */
export function stripScripts(html: string, script: string): StrippedPage {
  const bare = html.replaceAll(scriptOrMark, (found, data) => (data ? found : ""));
  return needsScript(bare) ? withScript(bare, script) : { html: bare, scripts: [] };
}

// The comments are marks for React alone: where a text ends, where something may be put in. Data blocks, such as JSON-LD, are no
// scripts and stay.
const scriptOrMark =
  /<script\b(?<data>[^>]*\btype="application\/(?:ld\+)?json")?[^>]*>[\s\S]*?<\/script>|<link rel="preload" as="script"[^>]*>|<!--(?: |\/?\$)-->/g;

/** Adds the script, where there is something for it to do. */
export function withScript(html: string, script: string): StrippedPage {
  const load = loading(script);
  // Before the styles: an inline script behind them would wait for them, and the page for the script.
  return { html: html.replace("<head>", () => `<head><script>${load}</script>`), scripts: [sha256(load)] };
}

export function needsScript(html: string): boolean {
  return /<form\b[^>]* data-(?:lead|hours)-form\b|<p data-received="/.test(html);
}

// Beside the styles and fonts on a slow line, and before the first paint on a fast one, a script would keep a reader from seeing
// a page that works without it. A page that is prerendered is not painted before somebody asks for it.
function loading(script: string): string {
  return `addEventListener("load",()=>(document.prerendering?setTimeout:requestAnimationFrame)(()=>setTimeout(()=>import("${script}"))))`;
}

function sha256(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}
