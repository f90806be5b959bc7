import type { Locale } from "#lib/i18n/locales.ts";

/** What is not carried over as it was, or not at all, and why. One with a name is told together with others of its kind. */
export type Note = { what: string; name?: string; why: string };

/** A picture of the source: its bytes, or why they are not there, with the name and the address that it has where it lies. */
export type FoundPicture = { name: string; bytes: () => Buffer } | { name?: string; address?: string; why: string };

/** All of a post but its text, so that thousands of them fit into memory. */
export type Head = {
  /** What it is called where it comes from. */
  source: string;
  /** Its language, where the source says so. */
  locale?: Locale;
  /** Shared by a post and its translations. */
  pair?: string;
  /** What its file may be called, where no key says it. */
  name: string;
  /** The keys of its front matter, by our names or by those of other programs. */
  keys: Record<string, unknown>;
  /** By which other posts of the source link to it. */
  addresses: string[];
};

export type Post = {
  head: Head;
  html: string;
  notes: Note[];
  picture(address: string): FoundPicture;
  /** An address as it stands in `addresses`; undefined for one that leads to another site. */
  own(href: string): string | undefined;
};

/** What a file or folder holds: first all heads, then one post after the other, in the order of the heads. */
export type Source = {
  heads: Head[];
  posts(): AsyncIterable<Post>;
  /** What is said of the source as a whole. */
  notes: Note[];
  close?(): void;
};
