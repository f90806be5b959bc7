import type { Focus } from "#lib/content/source/focus.ts";
import type { FindPicture } from "#lib/pictures/built-picture.ts";
import { Picture } from "./picture.tsx";
import { Tiles } from "./tiles.tsx";

type CoverProps = {
  /** What it stands for, with the name of its picture in content/images. */
  of: { slug: string; image?: string; imageFocus?: Focus };
  findPicture: FindPicture;
  columns: number;
  rows: number;
  sizes: string;
  /** Left out in a list, where the title says it all. */
  alt?: string;
  priority?: boolean;
};

/** The picture that was named for an article or an author, where there is one, else its pattern. Both fill their frame. */
export function Cover({ of, findPicture, columns, rows, sizes, alt = "", priority }: CoverProps) {
  const { slug, image, imageFocus } = of;
  const picture = image ? findPicture(image) : undefined;
  if (!picture) return <Tiles slug={slug} columns={columns} rows={rows} />;
  return (
    <div
      className={`${imageFocus ? focusClasses(imageFocus) : ""} size-full [&_img]:size-full [&_img]:object-cover [&_picture]:contents`}
    >
      <Picture picture={picture} alt={alt} sizes={sizes} priority={priority} />
    </div>
  );
}

/** A style attribute is against our policy. */
function focusClasses({ x, y }: Focus): string {
  return `focal-x-${x} focal-y-${y} [&_img]:object-[var(--focal-x)_var(--focal-y)]`;
}
