import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Render } from "./captured-response.ts";

type Options = { dev: boolean; dir: string; hostname?: string | undefined; port: number };

/** Next takes a third of the start. Until it is ready, whoever needs it waits, and what is in memory is answered. */
export function openNext(options: Options) {
  let close: (() => Promise<void>) | undefined;
  const opened = open(options).then((app) => {
    ({ close } = app);
    return app;
  });
  const render: Render = async (request, response) => (await opened).render(request, response);
  // One that is not ready yet has nothing to bring to an end, and may take longer than a stop.
  return { opened, render, close: async () => close?.() };
}

async function open(options: Options) {
  const { default: next } = await import("next");
  if (!options.dev) process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = settledConfig(options.dir);
  const app = next(options);
  await app.prepare();
  // It is not for a build that this process may start.
  delete process.env.__NEXT_PRIVATE_STANDALONE_CONFIG;
  return { render: app.getRequestHandler(), close: () => app.close() };
}

/**
 * As the build has settled it, in the way of Next's own standalone server: compiling next.config.ts, and loading every page
 * before the first is rendered, would take 0.8 s.
 */
function settledConfig(dir: string): string {
  const { config } = JSON.parse(readFileSync(join(dir, ".next/required-server-files.json"), "utf8"));
  return JSON.stringify({ ...config, experimental: { ...config.experimental, preloadEntriesOnStart: false } });
}
