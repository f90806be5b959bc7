import { otherName } from "#lib/network/other-name.ts";
import type { SiteManifest } from "#lib/serve/site-folder/site-manifest.ts";
import { nginxBody } from "./nginx-body.ts";
import type { RecipePlace } from "./recipe-groups.ts";

/** All that nginx needs to know of a site on its own machine, for one port without a certificate. */
export function nginxRecipe(manifest: SiteManifest, { listen, ...place }: RecipePlace & { listen: number }): string {
  const { hostname } = new URL(place.siteUrl);
  const other = otherName(place.siteUrl);
  return `# Made from a build by \`npm run nginx\`, for the release that the site was started with. Make it again when the code or SITE_URL changes. The site needs TRUSTED_PROXIES=1, and HOST=127.0.0.1, so that nobody passes nginx by.
upstream ${hostname} {
  server ${new URL(place.upstream).host};
  # nginx keeps them for 60 seconds, and the site for longer.
  keepalive 16;
}
server {
  listen ${listen};
  server_name ${hostname};
${nginxBody(manifest, place)}}
${other ? otherServer(other, listen, place.siteUrl) : ""}`;
}

/** The name that people type for the site's. */
function otherServer(name: string, listen: number, siteUrl: string): string {
  return `server {
  listen ${listen};
  server_name ${name};
  access_log off;
  return 308 ${siteUrl}$request_uri;
}
`;
}
