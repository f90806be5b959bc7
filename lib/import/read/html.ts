import path from "node:path";
import { isElsewhere } from "#lib/content/source/content-folder.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { pagePost } from "./page-post.ts";
import { pictureBeside, pictureOf } from "./picture-of.ts";
import { readBounded } from "./read-bounded.ts";
import type { Head, Source } from "./source.ts";

/** A page that was saved, with the pictures beside it. */
export function htmlSource(file: string): Source {
  const { keys, html, locale } = pagePost(decodeBytes(readBounded(file)));
  const head: Head = {
    source: path.basename(file),
    locale,
    name: String(keys.title ?? path.parse(file).name),
    keys,
    addresses: [],
  };
  const beside = (address: string) => pictureBeside(path.dirname(file), address);
  return {
    heads: [head],
    notes: [],
    async *posts() {
      yield {
        head,
        html,
        notes: [],
        picture: (address) => pictureOf(address, beside),
        own: (href) => (isElsewhere(href) ? undefined : href),
      };
    },
  };
}
