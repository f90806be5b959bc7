import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { NextAdapter } from "next";
import { readPublicEnv } from "#lib/env.ts";
import { siteFolder } from "#lib/front/site-manifest.ts";
import { locales } from "#lib/i18n/locales.ts";
import { emitSite, type Source } from "./emit-site.ts";
import { publicFiles } from "./public-files.ts";

type Build = Parameters<NonNullable<NextAdapter["onBuildComplete"]>>[0];
type Outputs = Build["outputs"];

/** Next hands over what it built; we write it down as the front serves it. */
const adapter: NextAdapter = {
  name: "dreamcode-front",
  async onBuildComplete({ outputs, routing, projectDir, distDir }) {
    const cache = join(distDir, "cache/brotli");
    const sources = [
      ...staticFiles(outputs),
      ...prerendered(outputs),
      ...(await publicFiles(join(projectDir, "public"))),
    ];
    const actions = await actionIds(distDir);
    const { files, bytes, seconds } = await emitSite({
      folder: siteFolder,
      cache,
      sources,
      dynamic: [...dynamicRoutes(outputs), ...redirects(routing)],
      actions,
      builtFor: readPublicEnv(),
    });
    console.log(`site: ${files} files, ${Math.round(bytes / 1024)} KB to serve, ${seconds.toFixed(1)} s`);
  },
};

export default adapter;

/** Pages, share images, feeds. The error page of Next is not among them: ours are pages like any other. */
function prerendered({ prerenders }: Outputs): Source[] {
  return prerenders.flatMap(({ pathname, routeType, fallback }) => {
    if (!fallback?.filePath || !["page", "route"].includes(routeType ?? "") || pathname === "/_global-error") return [];
    const type = fallback.initialHeaders?.["content-type"];
    return [{ path: decodeURI(pathname), from: fallback.filePath, type: Array.isArray(type) ? type[0] : type }];
  });
}

function staticFiles({ staticFiles }: Outputs): Source[] {
  return staticFiles
    .filter(({ pathname }) => pathname !== "/500")
    .map(({ pathname, filePath }) => ({
      path: decodeURI(pathname),
      from: filePath,
      type: pathname === "/404" ? "text/html; charset=utf-8" : undefined,
    }));
}

/** Routes of which nothing was prerendered, as regular expressions. */
function dynamicRoutes({ appPages, appRoutes, prerenders }: Outputs): string[] {
  const prerenderedRoutes = new Set(prerenders.map(({ route }) => route));
  return [...appPages, ...appRoutes]
    .map(({ pathname }) => pathname)
    .filter((route) => !route.endsWith(".rsc") && !route.startsWith("/_") && !prerenderedRoutes.has(route))
    .map((route) => `^${route.replace("[locale]", `(?:${locales.join("|")})`).replaceAll(/\[\w+\]/g, "[^/]+")}$`);
}

/** Those of next.config.ts. The one that Next adds, from a slash at the end, the front answers itself. */
function redirects({ beforeMiddleware }: Build["routing"]): string[] {
  return beforeMiddleware
    .filter((route) => "status" in route && !("priority" in route && route.priority))
    .flatMap(({ sourceRegex }) => (sourceRegex ? [sourceRegex] : []));
}

/** The one file that is read without the adapter, which does not name the server actions. */
async function actionIds(distDir: string): Promise<string[]> {
  const manifest = JSON.parse(await readFile(join(distDir, "server/server-reference-manifest.json"), "utf8"));
  return Object.keys(manifest.node);
}
