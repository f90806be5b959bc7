import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { openSite } from "#lib/serve/site-folder/open-site.ts";
import { frontServer } from "./front-server.ts";
import { requestListener } from "./request-listener.ts";

// The front over a site folder as a process of its own: says its port, its memory and what it computed whenever it is asked.
const [folder = ""] = process.argv.slice(2);
const place = { siteUrl: "https://www.dreamcode.example", isStaging: false, trustedProxies: 0 };
const listener = requestListener({
  ...place,
  render: async (request, response) => {
    await text(request);
    // A page that takes as long as a search does.
    const until = performance.now() + (request.url?.includes("slow") ? 20 : 0);
    while (performance.now() < until);
    response.end("x".repeat(200_000));
  },
  site: openSite(folder),
  services: [],
  sightings: { see: () => false },
  report: (problem, cause) => process.send?.({ problem, cause }),
});
const server = frontServer(listener, place).listen(0, "127.0.0.1", () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on("message", () => {
  // With --expose-gc: what is kept, and not what is still to be swept, which depends on the machine.
  globalThis.gc?.();
  process.send?.({ rss: process.memoryUsage.rss(), cpu: process.cpuUsage() });
});
process.on("disconnect", () => process.exit());
