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
  const app = next(options);
  await app.prepare();
  return { render: app.getRequestHandler(), close: () => app.close() };
}
