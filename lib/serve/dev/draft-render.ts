import { readFileSync } from "node:fs";
import { join } from "node:path";
import { locales } from "#lib/i18n/locales.ts";
import { releaseFolder } from "#lib/release/release-folder.ts";
import type { Render } from "#lib/serve/next/captured-response.ts";

// Next makes the id when it starts, and keeps it here.
const idFile = join(releaseFolder, ".next/dev/server/preview-props.json");

/**
 * Next as it shows drafts: it asks the page itself whether there is something at its address. Otherwise it goes by a list
 * of addresses that it renews only after it has answered, and what is new or back again is not found for a while.
 */
export function draftRender({ opened }: { opened: Promise<{ render: Render }> }): Render {
  return async (request, response) => {
    const { render } = await opened;
    // Any other address would be a language's home page to it, where the 404 belongs.
    if (locales.some((locale) => request.url?.startsWith(`/${locale}/`))) {
      const { previewModeId } = JSON.parse(readFileSync(idFile, "utf8"));
      request.headers.cookie = `__prerender_bypass=${previewModeId}`;
    }
    return render(request, response);
  };
}
