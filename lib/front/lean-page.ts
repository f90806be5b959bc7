import { createHash } from "node:crypto";
import { withHeadScript } from "./head-script.ts";

type LeanPage = { html: string; scripts: string[] };

/**
 * A page as it is served. One that holds no client component of ours loses Next's scripts, its flight data and the
 * preloads of both: nothing on it would do anything. Any other keeps them: those with an address for after the first paint,
 * the inline ones as one or two, so that the list of their hashes is short.
 */
export function leanPage(html: string, framework: ReadonlySet<string>): LeanPage {
  const needsScript = clientModules(html).some((id) => !framework.has(id));
  const lean = needsScript ? withHeadScript(html.replaceAll(betweenInlineScripts, ";")) : withoutScripts(html);
  return { html: lean, scripts: needsScript ? inlineScripts(lean).map(sha256) : [] };
}

/** The client modules that a page names in its flight data. Those of a page without any of our own are the framework's. */
export function clientModules(html: string): string[] {
  const flight = Array.from(html.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g), ([, text = '""']) =>
    JSON.parse(text),
  ).join("");
  // A row `3:I[39756,["…"],"default"]` imports a module. A text that looks like one costs a page its leanness, no more.
  return Array.from(flight.matchAll(/(?:^|\n)[0-9a-f]+:I\[("?[\w-]+"?),/g), ([, id = ""]) => id);
}

export function sha256(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

// Next escapes every < in a script of its own.
const betweenInlineScripts = /(?<=<script>[^<]*)<\/script><script>/g;

/** Data blocks, such as JSON-LD, are no scripts and stay as they are. */
function withoutScripts(html: string): string {
  return html.replaceAll(scriptOrMark, (found, data) => (data ? found : ""));
}

// The comments are marks for React alone: where a text ends, where something may be put in.
const scriptOrMark =
  /<script\b(?<data>[^>]*\btype="application\/(?:ld\+)?json")?[^>]*>[\s\S]*?<\/script>|<link rel="preload" as="script"[^>]*>|<!--(?: |\/?\$)-->/g;

function inlineScripts(html: string): string[] {
  return Array.from(
    html.matchAll(/<script(?![^>]*\ssrc=)(?![^>]*\btype="application\/)[^>]*>([\s\S]*?)<\/script>/g),
    ([, script = ""]) => script,
  ).filter((script) => script !== "");
}
