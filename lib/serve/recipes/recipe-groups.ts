import type { PublicEnv } from "#lib/env.ts";
import { internalPaths } from "#lib/i18n/internal-paths.ts";
import { defaultLocale, locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { standardHeaders } from "#lib/serve/http/standard-headers.ts";
import { fileHeaders } from "#lib/serve/site-folder/file-headers.ts";
import type { SiteFile, SiteManifest } from "#lib/serve/site-folder/site-manifest.ts";

/** Where the web server of a recipe finds what it needs. */
export type RecipePlace = {
  /** The site folder of the build, as the web server sees it. */
  folder: string;
  /** Where the site itself listens. */
  upstream: string;
  /** Where the site hears of the pages that the web server answers. */
  viewsTo: string;
} & PublicEnv;

export type RecipeGroup = {
  name: string;
  /** The addresses as they are asked for: in one spelling, without a query. */
  address: string;
  /** Those of them that are the site's nevertheless. */
  except?: string;
  /** What a file's name has after the address. */
  suffix: string;
  /** Those of the front, but for the etag: a web server makes its own. */
  headers: Record<string, string>;
};

/**
 * What a web server before the site can answer from the site folder, by what is said with it: pages without script, and
 * files whose address changes with them. All else is the site's: what depends on the hour, the language, a campaign or a
 * form, and whatever is not asked for in plain.
 */
export function recipeGroups({ files }: SiteManifest, env: PublicEnv): RecipeGroup[] {
  const pages = files.filter(({ scripts }) => scripts);
  const withScript = pages.filter(({ scripts = [] }) => scripts.length > 0).map(({ path }) => path.split("/")[2]);
  const lean = pages.find(({ scripts = [] }) => scripts.length === 0);
  const internal = [
    internalPaths.errors(defaultLocale),
    internalPaths.homeAt(paths.home(defaultLocale), ""),
    paths.preview(defaultLocale, ""),
  ];
  const notFiles = [...new Set([...withScript, ...internal.map((path) => path.split("/")[2])])].join("|");

  const immutable = files.filter(({ isImmutable }) => isImmutable);
  const folders = [...new Set(immutable.map(({ path }) => path.split("/")[1]))].join("|");
  const ofEachEnding = new Map(immutable.map((file) => [file.file.slice(file.file.lastIndexOf(".") + 1), file]));
  return [
    ...(lean ? [{ name: "page", ...pageAddresses(notFiles), suffix: ".html", headers: headersOf(lean) }] : []),
    ...[...ofEachEnding].map(([ending, file]) => ({
      name: ending,
      address: `^/(${folders})(/[\\w~-][\\w.~-]*)+\\.${ending}$`,
      suffix: "",
      headers: headersOf(file),
    })),
  ];

  function headersOf(file: SiteFile): Record<string, string> {
    const { etag: _, ...headers } = { ...standardHeaders(env), ...fileHeaders(file) };
    return headers;
  }
}

function pageAddresses(notFiles: string): Pick<RecipeGroup, "address" | "except"> {
  const languages = locales.join("|");
  return { address: `^/(${languages})(/[\\w-]+)+$`, except: `^/(${languages})/(${notFiles})(/|$)` };
}
