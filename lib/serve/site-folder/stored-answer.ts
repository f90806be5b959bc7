import { open, readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { carriedParameters } from "#lib/serve/http/carried-parameters.ts";
import { carryCampaign } from "#lib/serve/http/carry-campaign.ts";
import { compressed } from "#lib/serve/http/compressed.ts";
import { preferredEncoding } from "#lib/serve/http/preferred-encoding.ts";
import type { Answer } from "#lib/serve/http/send.ts";
import { forGood } from "./file-headers.ts";
import { isPreview } from "./is-preview.ts";
import type { StoredFile } from "./open-site.ts";

/** Answers from memory, and from the folder what is not there; with another status than 200 when a page stands in for what was asked for. */
export function storedAnswer(
  file: StoredFile,
  request: IncomingMessage,
  { status = 200, inTurn }: { status?: number | undefined; inTurn: InTurn },
): Promise<Answer> | Answer {
  const carried = file.scripts ? carriedParameters(request) : undefined;
  if (carried && (carried.links.length > 0 || carried.from !== undefined)) {
    return inTurn(async () => {
      const body = carryCampaign(await readFile(file.place, "utf8"), carried);
      // Not for caches that several people share: they may leave the query out of their key, and where somebody came from.
      const cache = isPreview(file.path) ? "no-store" : "private, no-cache";
      const headers = { ...unstored(file), "cache-control": cache };
      return compressed({ status, headers, body }, request);
    });
  }
  if (status !== 200) return encoded(file, request, status, { ...unstored(file), "cache-control": "no-cache" });
  const headers = isVersioned(file, request) ? { ...file.headers, "cache-control": forGood } : file.headers;
  if (isFresh(file, request)) return { status: 304, headers };
  return encoded(file, request, status, headers);
}

/** For a page whose links carry on what its address says of a campaign: it is made for the request. */
type InTurn = (make: () => Promise<Answer>) => Promise<Answer>;

function encoded(file: StoredFile, request: IncomingMessage, status: number, headers: Answer["headers"]) {
  const encoding = preferredEncoding(request.headers["accept-encoding"]);
  const body = file[encoding];
  if (body && encoding !== "identity") return { status, headers: { ...headers, "content-encoding": encoding }, body };
  if (file.identity) return { status, headers, body: file.identity };
  return fromFolder(file, status, headers);
}

async function fromFolder(file: StoredFile, status: number, headers: Answer["headers"]) {
  // Piece by piece, as the reader takes it: a peer that asks and takes nothing holds one piece of it.
  const opened = await open(file.place);
  const { size } = await opened.stat();
  return { status, headers: { ...headers, "content-length": String(size) }, body: opened.createReadStream() };
}

/** The pages name a picture of theirs with the version of its words: other words have another address. */
function isVersioned({ type }: StoredFile, { url = "" }: IncomingMessage): boolean {
  return type.startsWith("image/") && /\?v=[\da-f]{8}$/.test(url);
}

function isFresh({ headers }: StoredFile, request: IncomingMessage): boolean {
  const known = request.headers["if-none-match"];
  return known?.split(",").some((tag) => tag.trim() === headers.etag) ?? false;
}

function unstored({ headers }: StoredFile): Answer["headers"] {
  const { etag: _etag, ...others } = headers;
  return others;
}
