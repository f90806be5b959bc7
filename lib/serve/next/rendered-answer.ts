import type { IncomingMessage } from "node:http";
import { carriedParameters } from "#lib/serve/http/carried-parameters.ts";
import { carryCampaign } from "#lib/serve/http/carry-campaign.ts";
import { compressed } from "#lib/serve/http/compressed.ts";
import { pageCsp } from "#lib/serve/http/content-security-policy.ts";
import type { Answer } from "#lib/serve/http/send.ts";
import { needsScript, stripScripts, withScript } from "#lib/serve/http/strip-scripts.ts";
import { reloadScript } from "#lib/serve/next/reload-script.ts";
import type { Site } from "#lib/serve/site-folder/open-site.ts";
import { captured, type Render } from "./captured-response.ts";
import { devScript } from "./dev-script.ts";
import { requestForNext } from "./request-for-next.ts";

type Rendering = {
  render: Render;
  site: Site | undefined;
  /** What to ask for. */
  url: string;
  /** Whether the links of the page carry on what its address says of a campaign. */
  carries?: boolean;
};

/** What Next answers, made ours: without its own headers, with a policy, without script where nothing needs it. */
export async function renderedAnswer(
  request: IncomingMessage,
  { render, site, url, carries = true }: Rendering,
): Promise<Answer> {
  const reload = site ? "" : reloadScript();
  const answer = await captured(render, requestForNext(request, { url, passesAll: !site }));
  const headers = site ? ourHeaders(answer.headers) : forAnyBody(answer.headers);
  const isPage = headers["content-type"]?.startsWith("text/html");
  if (!isPage) return compressed({ ...answer, headers }, request);

  const { html, csp } = page(answer.body.toString(), site, reload);
  const whole = carries ? carryCampaign(html, carriedParameters(request)) : html;
  return compressed({ status: answer.status, headers: { ...headers, ...csp }, body: whole }, request);
}

function page(html: string, site: Site | undefined, reload: string): { html: string; csp: Answer["headers"] } {
  // In development Next needs eval and scripts of its own, and nothing is kept from it.
  if (!site) {
    const whole = needsScript(html) ? withScript(html, devScript).html : html;
    return {
      html: whole.replace("</body>", `${reload}</body>`),
      csp: { "content-security-policy": "frame-ancestors 'none'" },
    };
  }
  const lean = stripScripts(html, site.script);
  return {
    html: lean.html,
    csp: { "content-security-policy": pageCsp(lean.scripts), "speculation-rules": '"/speculation-rules.json"' },
  };
}

function ourHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(kept.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])));
}

/** In development everything passes but what is said of the body, which is sent in another way. */
function forAnyBody({
  "content-length": _length,
  "transfer-encoding": _encoding,
  connection: _connection,
  "keep-alive": _alive,
  ...headers
}: Record<string, string>) {
  return headers;
}

// In `link` a page that is rendered per request names its fonts; a prerendered one names them in its head.
const kept = ["content-type", "cache-control", "link", "location"];
