import { imageNamed } from "#lib/content/source/content-folder.ts";
import { decoded } from "#lib/content/source/decoded.ts";
import { findDownload } from "#lib/content/source/downloads.ts";

// A name begins behind a sign, in the middle of a path or a line, and may hold some itself.
const mostSigns = 30;

/** The pictures and downloads whose names stand in a text, however encoded, as they are now. */
export function filesNamedIn(text: string, root: string): unknown[] {
  // As Markdown and addresses write what is in a name.
  const plain = text
    .replaceAll("\\", "")
    .replaceAll(/&amp;|&#38;/g, "&")
    .replaceAll(/(?:%[\da-f]{2})+/gi, decoded);
  return Array.from(plain.matchAll(/\.(?:jpe?g|png|webp|avif|pdf|docx|xlsx|pptx|csv|zip)/gi)).flatMap(
    ({ 0: ending, index }) => {
      const end = index + ending.length;
      let start = index;
      for (let signs = 0; signs < mostSigns && start >= 0; signs += 1) {
        start = startOfName(plain, start);
        const name = plain.slice(start + 1, end);
        const found = imageNamed(root, name) ?? findDownload(root, name);
        if (found) return [found];
      }
      return [];
    },
  );
}

/** Where the next sign before a place is, or -1. */
function startOfName(text: string, before: number): number {
  let at = before - 1;
  while (at >= 0 && !/[\s/"'`=([{<|,;:]/.test(text[at] ?? "")) at -= 1;
  return at;
}
