import { join } from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  // The first page of a list has one address only.
  redirects: async () => [
    { source: "/:list(en/blog|es/blog)/:rest*/page/1", destination: "/:list/:rest*", permanent: true },
  ],
  // `npm test` runs the type check; a build on the server does not repeat it.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // They read files of their own packages.
  serverExternalPackages: ["fontkit", "subset-font"],
  // The front compresses, also what Next answers.
  compress: false,
  // Writes the site folder that the front serves from memory.
  adapterPath: join(import.meta.dirname, "lib/publish/next-adapter.ts"),
  experimental: {
    // Two workers: a build of 1,000 articles a language took 32 s instead of 41 s on two cores.
    cpus: 2,
    // With it a page of development that is opened for the first time keeps words from before an edit, until another page is
    // asked for that had them. The default is true (Next 16.4.6).
    turbopackServerFastRefresh: false,
  },
  turbopack: { root: import.meta.dirname },
};

export default config;
