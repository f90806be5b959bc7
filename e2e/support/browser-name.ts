/** What a browser calls itself that a person sees. Chromium without a window says so in its name, as programs do. */
export const browserName =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";
