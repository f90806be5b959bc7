import { devScript } from "#lib/serve/next/dev-script.ts";
import { bundleScript } from "#lib/serve/site-folder/bundle-script.ts";
import type { Handler } from "./handler.ts";

export const serveDevScript: Handler = ({ path }, { site }) => (!site && path === devScript ? bundled() : undefined);

async function bundled() {
  return { status: 200, headers: { "content-type": "text/javascript" }, body: await bundleScript() };
}
