import type { SiteManifest } from "#lib/serve/site-folder/site-manifest.ts";
import { type RecipeGroup, type RecipePlace, recipeGroups } from "./recipe-groups.ts";

/**
 * What stands in a server block that answers reading pages, assets and pictures from the site folder with the headers of the
 * front, and passes on the rest to the upstream that is called by the site's name.
 */
export function nginxBody(manifest: SiteManifest, { folder, viewsTo, ...env }: Omit<RecipePlace, "upstream">): string {
  const { hostname } = new URL(env.siteUrl);
  return `  root ${quoted(folder)};
  # The site writes a log of its own, without addresses and queries.
  access_log off;
  # What a browser fetches before anybody clicks is told apart.
  set $is_view 1;
  if ($http_sec_purpose) { set $is_view 0; }
  server_tokens off;
  # Debian's nginx has no module for the .br files.
  gzip_static on;
  gzip_vary on;
  # The site cuts off whoever sends too much or too slowly, and says so on a page.
  client_max_body_size 0;
  types { }

  # 418 goes to the site, with method and body as they came.
  error_page 418 = @site;
  location / { return 418; }
  location @site {
    proxy_pass http://${hostname};
    proxy_http_version 1.1;
    proxy_request_buffering off;
    # Where there is another site, whoever asks is not to wait a minute for one whose machine is gone.
    proxy_connect_timeout 3s;
    proxy_set_header Host $http_host;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_set_header Connection "";
  }
  # With a query, in another spelling, under another name or by another method it is the site's.
${recipeGroups(manifest, env).map(location).join("\n")}
`;

  function location({ name, address, except, suffix, headers }: RecipeGroup): string {
    // gzip_vary says what the answer varies by.
    const { "content-type": type = "", vary: _, ...others } = headers;
    return [
      `  location ~ ${quoted(address)} {`,
      "    if ($request_uri != $uri) { return 418; }",
      ...(except ? [`    if ($uri ~ ${quoted(except)}) { return 418; }`] : []),
      `    if ($request_method !~ "^(GET|HEAD)$") { return 418; }`,
      `    if ($host != ${hostname}) { return 418; }`,
      `    try_files $uri${suffix} @site;`,
      `    default_type ${quoted(type)};`,
      ...Object.entries(others).map(([name, value]) => `    add_header ${name} ${quoted(value)};`),
      ...(name === "page" ? viewLog(viewsTo) : []),
      "  }",
    ].join("\n");
  }
}

/** The site alone hears of it, and keeps counts. "combined" is the one format that may stand here without one of our own elsewhere. */
function viewLog(to: string): string[] {
  const log = (tag: string, condition: string) =>
    `    access_log syslog:server=${to},nohostname,tag=${tag} combined if=${condition};`;
  return [log("views", "$is_view"), log("ahead", "$http_sec_purpose")];
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}
