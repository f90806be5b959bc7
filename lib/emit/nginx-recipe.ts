import type { PublicEnv } from "#lib/env.ts";
import { nothingCsp, pageCsp } from "#lib/front/content-security-policy.ts";
import type { SiteManifest } from "#lib/front/site-manifest.ts";
import { standardHeaders } from "#lib/front/standard-headers.ts";
import { locales } from "#lib/i18n/locales.ts";

type Place = {
  /** The site folder of the build, as nginx sees it. */
  folder: string;
  listen: number;
  /** Where the site itself listens. */
  upstream: string;
} & PublicEnv;

/**
 * A server block that answers reading pages, assets and pictures from the site folder with the headers of the front. All
 * else is the site's: what depends on the hour, the language, a campaign or a form, and whatever is not a plain address.
 */
export function nginxRecipe({ files }: SiteManifest, { folder, listen, upstream, ...env }: Place): string {
  const withScript = files.filter(({ scripts }) => scripts && scripts.length > 0).map(({ path }) => path.split("/")[2]);
  const notFiles = [...new Set([...withScript, "trouble", "at"])].join("|");
  const assets = new Map(
    files.filter(({ isImmutable }) => isImmutable).map(({ file, type }) => [endingOf(file), type]),
  );
  const standard = standardHeaders(env);
  const { hostname } = new URL(env.siteUrl);
  const immutable = { ...standard, "content-security-policy": nothingCsp, "cache-control": forGood };
  return `# Made from the build by \`npm run nginx\`: make it again after each build. The site needs TRUSTED_PROXIES=1.
server {
  listen ${listen};
  server_name ${hostname};
  root ${quoted(folder)};
  # The site writes a log of its own, without addresses and queries.
  access_log off;
  server_tokens off;
  # Debian's nginx has no module for the .br files.
  gzip_static on;
  gzip_vary on;
  # The site cuts off whoever sends too much or too slowly, and says so on a page.
  client_max_body_size 0;
  types {
${[...assets].map(([ending, type]) => `    ${quoted(type)} ${ending};`).join("\n")}
  }

  # 418 goes to the site, with method and body as they came.
  error_page 418 = @site;
  location / { return 418; }
  location @site {
    proxy_pass ${upstream};
    proxy_http_version 1.1;
    proxy_request_buffering off;
    proxy_set_header Host $http_host;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_set_header Connection "";
  }
${location(`^/(${locales.join("|")})/(?!(${notFiles})(/|$))[^.]+$`, "$uri.html", {
  ...standard,
  "content-security-policy": pageCsp([]),
  "cache-control": "public, max-age=0, must-revalidate",
  "speculation-rules": '"/speculation-rules.json"',
})}
${location("^/_next/static/", "$uri", immutable)}
${location("^/(images|share)/", "$uri", { ...immutable, "cross-origin-resource-policy": "cross-origin" })}
}
`;

  function location(pattern: string, file: string, headers: Record<string, string>): string {
    return `  location ~ ${quoted(pattern)} {
    # With a query, in another spelling, under another name or by another method it is the site's.
    if ($request_uri !~ "^/[\\w/.-]+$") { return 418; }
    if ($request_uri ~ "\\.(br|gz)$") { return 418; }
    if ($request_method !~ "^(GET|HEAD)$") { return 418; }
    if ($host != ${hostname}) { return 418; }
    try_files ${file} @site;
    default_type "text/html; charset=utf-8";
${Object.entries(headers)
  .map(([name, value]) => `    add_header ${name} ${quoted(value)};`)
  .join("\n")}
  }`;
  }
}

const forGood = "public, max-age=31536000, immutable";

function endingOf(file: string): string {
  return file.slice(file.lastIndexOf(".") + 1);
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}
