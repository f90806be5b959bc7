import { watch } from "node:fs";
import type { RequestListener, ServerResponse } from "node:http";
import path from "node:path";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { buildImages } from "#lib/pictures/build-images.ts";
import { builtImages } from "#lib/pictures/find-picture.ts";
import type { Render } from "#lib/serve/next/captured-response.ts";
import { changesAddress, countChange, currentVersion } from "#lib/serve/next/reload-script.ts";

// An editor saves in several steps, and a picture is copied in pieces.
const quietMs = 150;

/**
 * The front, and before it what only development has: an answer that names the version of the content, at once and after each
 * change, for as long as the page that asks is open, and what Next's own messages about mistakes in the code ask for.
 */
export function devListener(front: RequestListener, render: Render): RequestListener {
  const open = new Set<ServerResponse>();
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  watch(contentRoot, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(makeImages).catch(console.error).then(tellAll);
    }, quietMs);
  });

  return (request, response) => {
    if (request.url?.startsWith("/__nextjs")) return render(request, response);
    if (request.url !== changesAddress) return front(request, response);
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    tell(response);
    open.add(response);
    response.on("close", () => open.delete(response));
  };

  function tellAll() {
    countChange();
    open.forEach(tell);
  }
}

async function makeImages() {
  await buildImages(path.join(contentRoot, "images"), builtImages, console.log);
}

function tell(response: ServerResponse) {
  response.write(`data: ${currentVersion()}\n\n`);
}
