import { staticParams } from "#lib/pages/static-params.ts";

const paramsOf: Record<string, () => Record<string, string | string[]>[]> = staticParams;

/** The address of each page of the routes that have several, and its route, as the content is now. */
export function staticPages(routes: string[]): Map<string, string> {
  return new Map(
    routes.flatMap((route) => {
      const key = route.slice(0, route.lastIndexOf("]") + 1);
      const params = key === "/[locale]" ? undefined : paramsOf[key]?.();
      return (params ?? []).map((values) => [pathOf(route, values), route] as const);
    }),
  );
}

function pathOf(route: string, params: Record<string, string | string[]>): string {
  return route.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_whole, name: string) => [params[name]].flat().join("/"));
}
