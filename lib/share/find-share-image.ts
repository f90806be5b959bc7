import path from "node:path";
import { manifestReader } from "#lib/manifest-reader.ts";
import { releaseFolder } from "#lib/release/release-folder.ts";
import { shareFormats } from "./share-card.ts";
import type { ShareManifest } from "./share-manifest.ts";

type ShareImage = { url: string; width: number; height: number; alt: string; type: "image/png" };

/** Where their list is. The pictures themselves are in public/share of the project. */
export const builtShareImages = path.join(/* turbopackIgnore: true */ releaseFolder, "public", "share");

/** The pictures of the page at this address, or of the nearest section above it that has some. */
export function findShareImage(address: string, folder = builtShareImages): { wide: ShareImage; square: ShareImage } {
  const manifest = readManifest(folder);
  const steps = address.split("/");
  const addresses = steps.map((_, index) => steps.slice(0, steps.length - index).join("/"));
  const found = addresses.map((address) => manifest[address]).find((entry) => entry !== undefined);
  if (!found) throw new Error(`no share image for ${address} nor for any section above it`);

  const { alt } = found;
  return {
    wide: { url: `/share/${found.wide}`, ...shareFormats.wide, alt, type: "image/png" },
    square: { url: `/share/${found.square}`, ...shareFormats.square, alt, type: "image/png" },
  };
}

const readManifest = manifestReader<ShareManifest>("lib/share/build-share-images.ts");
