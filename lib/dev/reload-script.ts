/** Where a page in development hears that the content has changed. */
export const changesAddress = "/_dev/changes";

export const reloadScript = `<script>new EventSource("${changesAddress}").onmessage=()=>location.reload()</script>`;
