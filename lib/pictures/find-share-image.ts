import { createHash } from "node:crypto";
import { findShareCard } from "./find-share-card.ts";
import { shareFormats } from "./share-formats.ts";

type ShareImage = { url: string; width: number; height: number; alt: string; type: "image/png" };

/**
 * The pictures of the page at this address. Their addresses change with the words on them: platforms keep what they have seen.
 * `article` is the address of one without words, which articles alone and their list have.
 */
export function findShareImage(
  address: string,
  root?: string,
): { wide: ShareImage; square: ShareImage; article: string } {
  const card = findShareCard(address, root);
  const version = createHash("sha256").update(JSON.stringify(card)).digest("hex").slice(0, 8);
  const { alt } = card;
  return {
    wide: { url: `${card.path}/opengraph-image?v=${version}`, ...shareFormats.wide.size, alt, type: "image/png" },
    square: { url: `/square-image${card.path}.png?v=${version}`, ...shareFormats.square.size, alt, type: "image/png" },
    article: `/article-image${card.path}.jpg?v=${version}`,
  };
}
