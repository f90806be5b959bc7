/** Where the script is in development, bundled anew for each request. The build names it after what it holds. */
export const devScript = "/scripts/site.js";
