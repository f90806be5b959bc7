import { watch } from "node:fs";
import type { RequestListener, ServerResponse } from "node:http";
import path from "node:path";
import { contentRoot } from "#lib/content/content-folder.ts";
import type { Render } from "#lib/front/captured-response.ts";
import { buildImages } from "#lib/images/build-images.ts";
import { builtImages } from "#lib/images/find-picture.ts";
import { changesAddress } from "./reload-script.ts";

// An editor saves in several steps, and a picture is copied in pieces.
const quietMs = 150;

/**
 * The front, and before it what only development has: an answer that says a word for each change of the content, for as long
 * as the page that asks is open, and what Next's own messages about mistakes in the code ask for.
 */
export function devListener(front: RequestListener, render: Render): RequestListener {
  const open = new Set<ServerResponse>();
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  watch(contentRoot, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // The next change is to be seen all the same.
      work = work.then(makeImages).then(tell).catch(console.error);
    }, quietMs);
  });

  return (request, response) => {
    if (request.url?.startsWith("/__nextjs")) return render(request, response);
    if (request.url !== changesAddress) return front(request, response);
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.flushHeaders();
    open.add(response);
    response.on("close", () => open.delete(response));
  };

  function tell() {
    for (const response of open) response.write("data: changed\n\n");
  }
}

async function makeImages() {
  await buildImages(path.join(contentRoot, "images"), builtImages, console.log);
}
