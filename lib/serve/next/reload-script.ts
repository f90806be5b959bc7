/** Where a page in development hears which version of the content is the current one. */
export const changesAddress = "/_dev/changes";

// A server that is started anew has versions of its own.
let version = Date.now();

export function currentVersion(): number {
  return version;
}

export function countChange() {
  version += 1;
}

/**
 * Reloads a page once the content has another version than when this is called, which is before anything is read for the
 * page: what changes before its script listens is seen as soon as it does.
 */
export function reloadScript(): string {
  return `<script>new EventSource("${changesAddress}").onmessage=({data})=>data==="${version}"||location.reload()</script>`;
}
