import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { refuseContact } from "#lib/content/check/links/refuse-contact.ts";
import { refuseSite } from "#lib/content/check/links/refuse-site.ts";
import { fileIn } from "#lib/content/source/content-folder.ts";
import { readPublicEnv } from "#lib/env.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { FoundPicture, Note, Post, Source } from "#lib/import/read/source.ts";
import { frontMatterOf, readLists } from "./front-matter-of.ts";
import { type PictureStore, pictureStore, type Reserved } from "./picture-store.ts";
import { type Planned, planPosts } from "./plan-posts.ts";
import { toMarkdown } from "./to-markdown.ts";

// Asked for at each link, where reading it took a fifth of the time.
const ownHost = URL.parse(readPublicEnv().siteUrl)?.host;

export type Options = { root: string; locale: Locale; isForced: boolean; category?: string };

/** What came of it. `refused` are posts of which nothing was written; `told` is what was not carried over, by file. */
export type Outcome = {
  written: string[];
  pictures: number;
  refused: { source: string; why: string }[];
  told: (Note & { file: string })[];
};

/** Writes the posts of a source as drafts. A file that is there is never written over. */
export async function writePosts(source: Source, { root, locale, isForced, category }: Options): Promise<Outcome> {
  const planned = planPosts(source.heads, root, locale, isForced);
  const placeOf = new Map(planned.map((plan) => [plan.head, plan]));
  const byAddress = new Map(planned.flatMap((plan) => plan.head.addresses.map((address) => [address, plan] as const)));
  const lists = readLists(root);
  const store = pictureStore(root);
  const outcome: Outcome = { written: [], pictures: 0, refused: [], told: [] };

  for await (const post of source.posts()) {
    const plan = placeOf.get(post.head);
    if (!plan) continue;
    if (plan.there) {
      outcome.refused.push({
        source: post.head.source,
        why: `${plan.there.file} is there already; rename one of the two, or remove it`,
      });
      continue;
    }
    await writePost(post, plan);
  }
  outcome.pictures = store.written();
  return outcome;

  async function writePost(post: Post, plan: Planned) {
    const notes: Note[] = [...post.notes];
    const tell = (note: Note) => void notes.push(note);
    if (!isForced && !post.head.locale)
      tell({
        what: "language",
        why: `none of ours is named, and “${locale}” is taken; for another one remove the drafts, and import again with --locale`,
      });
    const fetch = (address: string) => keep(post, address, store, tell);
    const text = await toMarkdown(post.html, plan.keys.title ?? "", fetch, {
      tell,
      link: (href) => linkOf(href, post),
    });
    if (!text.isWhole) tell({ what: "its text", why: "is nested more deeply than can be read; copy it by hand" });
    else if (text.body.trim() === "")
      tell({ what: "its text", why: "there is none; was it made with a page builder, or is it a picture?" });
    const imglink = plan.keys.imglink && (await fetch(plan.keys.imglink));
    const front = frontMatterOf(plan, { description: text.description, imglink, category }, lists, tell);
    const file = path.join(root, plan.locale, "blog", `${plan.name}${text.ending}`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${front}\n${text.body}`, { flag: "wx" });
    const shown = fileIn(root, plan.locale, "blog", path.basename(file));
    outcome.written.push(shown);
    for (const note of notes) outcome.told.push({ file: shown, ...note });
  }

  function linkOf(href: string, post: Post): string | undefined {
    const own = post.own(href);
    if (own === undefined) return elsewhere(href);
    const target = byAddress.get(own);
    const url = target?.there ? target.there.url : target?.url;
    return target && url && paths.article(target.locale, url);
  }
}

/** A link to another site as it may stand in a text. What leads to this one is written by whoever knows its pages. */
function elsewhere(href: string): string | undefined {
  const whole = href.replace(/^\/\//, "https://").replaceAll(/\s/g, "%20");
  if (/^(mailto|tel):/i.test(whole)) return refuseContact(whole) ? undefined : whole;
  const host = /^https?:\/\//i.test(whole) ? URL.parse(whole)?.host : undefined;
  return host && host !== ownHost && !refuseSite(whole) ? whole : undefined;
}

async function keep(
  post: Post,
  address: string,
  store: PictureStore,
  tell: (note: Note) => void,
): Promise<string | undefined> {
  const found = address.startsWith("data:") ? pasted(address) : post.picture(address);
  const named = address.startsWith("data:")
    ? "a picture that was pasted in"
    : `picture ${("address" in found && found.address) || address}`;
  if ("bytes" in found) {
    const kept = await store.keep(found.name, found.bytes());
    if ("file" in kept) return kept.file;
    tell({ what: named, why: kept.why });
    return undefined;
  }
  const reserved = found.name ? store.reserve(found.name, found.address ?? address) : undefined;
  tell({ what: named, why: reserved ? `${found.why}; ${whatToDo(reserved)}` : found.why });
  return reserved?.file;
}

function whatToDo({ file, isThere }: Reserved): string {
  return isThere ? `content/images has a ${file}, which is taken for it` : `put it into content/images as ${file}`;
}

function pasted(address: string): FoundPicture {
  const [, kind, encoded] = /^data:image\/([a-z+]+)(?:;[\w=-]+)*;base64,([a-z0-9+/=\s%]+)$/i.exec(address) ?? [];
  if (!kind || !encoded) return { why: "is no picture that can be read" };
  return { name: `pasted.${kind}`, bytes: () => Buffer.from(decodeURIComponent(encoded), "base64") };
}
