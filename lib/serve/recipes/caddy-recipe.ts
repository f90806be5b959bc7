import type { SiteManifest } from "#lib/serve/site-folder/site-manifest.ts";
import { type RecipeGroup, type RecipePlace, recipeGroups } from "./recipe-groups.ts";

/**
 * A Caddyfile that answers reading pages, assets and pictures from the site folder with the headers of the front. Where
 * no port is named it serves the site's own address, with a certificate that Caddy gets by itself.
 */
export function caddyRecipe(
  manifest: SiteManifest,
  { folder, listen, upstream, ...env }: RecipePlace & { listen?: number | undefined },
): string {
  const { hostname } = new URL(env.siteUrl);
  return `# Made from a build by \`npm run caddy\`, for the release that the site was started with. Make it again when the code or SITE_URL changes. The site needs TRUSTED_PROXIES=1.
${listen === undefined ? env.siteUrl : `http://:${listen}`} {
	root * ${quoted(folder)}
	# The site does not say by what it is served.
	header -Server
	# With a query, in another spelling, under another name or by another method it is the site's.
	# Headers are deferred to come after those of the file server, which go by its own types.
${recipeGroups(manifest, env).map(handle).join("\n")}
	handle {
		reverse_proxy ${upstream}
	}
}
`;

  function handle({ name, address, except, suffix, headers }: RecipeGroup): string {
    return [
      `	@${name} {`,
      `		vars_regexp {http.request.uri} ${quoted(address)}`,
      ...(except ? [`		not vars_regexp {http.request.uri} ${quoted(except)}`] : []),
      "		method GET HEAD",
      `		host ${hostname}`,
      `		file {path}${suffix}`,
      "	}",
      `	handle @${name} {`,
      ...(suffix ? [`		rewrite {path}${suffix}`] : []),
      "		header {",
      "			defer",
      ...Object.entries(headers).map(([header, value]) => `			${header} ${quoted(value)}`),
      "		}",
      "		file_server {",
      "			precompressed br gzip",
      "		}",
      "	}",
    ].join("\n");
  }
}

/** Between such quotes a Caddyfile knows no escapes. */
function quoted(text: string): string {
  return `\`${text}\``;
}
