import type { Messages } from "#content/en/messages.ts";
import { fill } from "#lib/i18n/fill.ts";
import { hostOf } from "#lib/i18n/host-of.ts";
import type { FindPicture } from "#lib/pictures/built-picture.ts";
import { BodyPicture } from "./body-picture.tsx";

type VideoLinkProps = {
  href: string;
  title: string;
  poster?: string;
  duration?: string;
  text: Pick<Messages, "watch">;
  findPicture: FindPicture;
};

/** The way to a video at its host, of which nothing is asked before a reader goes there. */
export function VideoLink({ href, title, poster, duration, text, findPicture }: VideoLinkProps) {
  const watch = fill(text.watch, { host: hostOf(href) });
  return (
    <a href={href} className="group relative my-8 block bg-quiet font-sans text-text! no-underline!">
      {poster && <BodyPicture src={poster} alt="" findPicture={findPicture} />}
      <span className="flex items-center gap-4 pr-4">
        <PlayMark />
        <span className="py-3">
          <span className="block font-bold group-hover:underline">{title}</span>
          <span className="block text-sm text-soft">{[watch, duration].filter(Boolean).join(" · ")}</span>
        </span>
      </span>
    </a>
  );
}

function PlayMark() {
  return (
    <svg viewBox="0 0 48 48" className="w-18 shrink-0 self-stretch bg-gold text-ink" aria-hidden="true">
      <path d="M17 13v22l19-11z" fill="currentColor" />
    </svg>
  );
}
