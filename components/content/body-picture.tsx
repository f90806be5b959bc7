import type { FindPicture } from "#lib/pictures/built-picture.ts";
import { Picture } from "./picture.tsx";

type BodyPictureProps = {
  src: string;
  alt: string;
  title?: string;
  findPicture: FindPicture;
};

// The column of text, and on a phone the screen without its margins.
const sizes = "(min-width: 700px) 640px, calc(100vw - 40px)";

/** A picture of a body, where its address is `/images/` and the encoded name of a file in content/images. */
export function BodyPicture({ src, alt, title, findPicture }: BodyPictureProps) {
  const name = decodeURIComponent(src.slice("/images/".length));
  const picture = findPicture(name);
  if (!picture) throw new Error(`content/images/${name} has no variants; run: node lib/pictures/build-images.ts`);

  const shown = <Picture picture={picture} alt={alt} sizes={sizes} />;
  if (!title) return shown;
  return (
    <figure>
      {shown}
      <figcaption className="mt-2 font-sans text-sm text-soft">{title}</figcaption>
    </figure>
  );
}
