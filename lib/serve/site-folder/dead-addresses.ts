import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pLimit from "p-limit";
import { internalPaths } from "#lib/i18n/internal-paths.ts";
import { isLocale, locales } from "#lib/i18n/locales.ts";
import { pageOfText } from "#lib/i18n/page-of-text.ts";
import { isFormName } from "#lib/leads/form/form-name.ts";
import { formSubject } from "#lib/leads/form/form-subject.ts";
import { canonicalPath } from "#lib/serve/http/guard-request.ts";
import { isInternal } from "#lib/serve/site-folder/is-internal.ts";
import { isPreview } from "#lib/serve/site-folder/is-preview.ts";
import { readManifest } from "#lib/serve/site-folder/read-manifest.ts";
import { addressesIn } from "./addresses-in.ts";

type DeadAddress = { address: string; page: string };

const atOnce = 8;

/** Follows every address of this site that a site folder names, and gives those where the front would find nothing. */
export async function findDeadAddresses(
  folder: string,
  redirects: ReadonlyMap<string, string>,
): Promise<DeadAddress[]> {
  const { files, dynamic, builtFor, former = {} } = readManifest(folder);
  const { siteUrl } = builtFor;
  const fileAt = new Map(files.map((file) => [file.path, file]));
  const renders = dynamic.map((pattern) => new RegExp(pattern));

  const firstPage = new Map<string, string>();
  const placesOf = new Map<string, Set<string>>();
  // What a draft leads to may be as much to come as it is.
  const read = files.filter(({ isText, path }) => isText && !isPreview(path));
  await pLimit(atOnce).map(read, async ({ path, file, type }) => {
    const { addresses, places } = addressesIn(await readFile(join(folder, file), "utf8"), type, siteUrl);
    if (places) placesOf.set(path, places);
    for (const address of addresses) {
      const whole = wholeAddress(address, path);
      if (whole !== undefined && !firstPage.has(whole)) firstPage.set(whole, path);
    }
  });
  for (const [from, to] of redirects) firstPage.set(siteUrl + encodeURI(to), `the redirect of ${from}`);

  return Array.from(firstPage, ([address, page]) => ({ address: address.slice(siteUrl.length), page }))
    .filter(({ address }) => !leadsSomewhere(address))
    .sort((a, b) => (a.address < b.address ? -1 : 1));

  /** Undefined for what is no address of this site. */
  function wholeAddress(address: string, page: string): string | undefined {
    // A page for trouble has no address of its own, and places all the same.
    if (address.startsWith("#") && isPlace(page, address.slice(1))) return undefined;
    const isGlued = address.startsWith(`${siteUrl}http`);
    if (isGlued || !URL.canParse(address, siteUrl + encodeURI(page)))
      return `${siteUrl}/${encodeURIComponent(address)}`;
    const { origin, href } = new URL(address, siteUrl + encodeURI(page));
    return origin === siteUrl ? href : undefined;
  }

  function leadsSomewhere(address: string): boolean {
    const { pathname, searchParams, hash } = new URL(siteUrl + address);
    const path = canonicalPath(pathname)?.replace(/(?<=.)\/$/, "");
    if (path === undefined) return false;
    const end = ledTo(path) ?? path;
    // Where another page stands now, its places are no longer meant.
    return isAnswered(end, searchParams) && (end !== path || isPlace(end, hash.slice(1)));
  }

  function ledTo(path: string): string | undefined {
    return redirects.get(path) ?? former[path];
  }

  /** As `lib/serve/handlers` answer. */
  function isAnswered(path: string, query: URLSearchParams): boolean {
    if (path === "/") return true;
    const [, first, second = ""] = path.split("/");
    const inEach = locales.map((locale) => `/${locale}${path}`);
    // Each reader is sent to a page in their language.
    if (!isLocale(first) && inEach.every((address) => isAnswered(address, query))) return true;
    if (inEach.every((address) => redirects.has(address))) return true;
    if (isFormName(/^\/api\/forms\/(\w+)$/.exec(path)?.[1])) return true;
    const written = pageOfText(path);
    if (written) return fileAt.has(internalPaths.markdown(written)) || ledTo(written) !== undefined;

    const service = query.get("service");
    if (isLocale(first) && second === "inquiry" && service && !fileAt.has(internalPaths.inquiryFor(path, service)))
      return false;
    const subject = isFormName(second) && formSubject(second);
    const about = subject && query.get(subject.field);
    if (isLocale(first) && about) {
      const page = subject.pathIn(first, about);
      if (!fileAt.has(page) && ledTo(page) === undefined) return false;
    }
    const file = fileAt.get(path);
    return file ? !isInternal(file) : renders.some((pattern) => pattern.test(path));
  }

  /** A place in a page, named after #. What is rendered per request is not here to be looked at. */
  function isPlace(path: string, fragment: string): boolean {
    const places = placesOf.get(path);
    if (/^(?:top)?$/i.test(fragment)) return true;
    if (places === undefined) return true;
    // As browsers look: as it is written, which is how footnotes are named, then decoded.
    return places.has(fragment) || places.has(canonicalPath(`/${fragment}`)?.slice(1) ?? fragment);
  }
}
