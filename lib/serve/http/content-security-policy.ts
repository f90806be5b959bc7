/** Of a page: the hashes of its inline scripts; one that has none may run none. */
export function pageCsp(scripts: readonly string[]): string {
  return scripts.length === 0 ? withoutScript : `default-src 'none'; script-src 'self' ${scripts.join(" ")}; ${always}`;
}

/**
 * Of the editor: its styles stand in its script, its pictures are files on the writer's machine, what reads them is
 * WebAssembly, and where the content lies elsewhere it asks that API. Whatever else it would ask for is refused.
 */
export function editorCsp(origins: readonly string[]): string {
  const here = ["'self'", ...origins].join(" ");
  return (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; " +
    `connect-src ${here} blob: data:; img-src ${here} blob: data:; media-src 'self' blob:; worker-src 'self' blob:; ` +
    "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
  );
}

/** Of everything that is no page. */
export const nothingCsp = "default-src 'none'; frame-ancestors 'none'";

// Also where no script runs: Lighthouse reads robots.txt from inside of the page.
const always =
  "connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; " +
  "base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const withoutScript = `default-src 'none'; script-src 'none'; ${always}`;
