import type { FindPicture } from "#lib/pictures/built-picture.ts";
import { Picture } from "./picture.tsx";
import { Tiles } from "./tiles.tsx";

type CoverProps = {
  /** What it stands for, with the name of its picture in content/images. */
  of: { slug: string; image?: string };
  findPicture: FindPicture;
  columns: number;
  rows: number;
  sizes: string;
  /** Left out in a list, where the title says it all. */
  alt?: string;
  priority?: boolean;
};

/** The picture that was named for an article or an author, where there is one, else its pattern. Both fill their frame. */
export function Cover({ of: { slug, image }, findPicture, columns, rows, sizes, alt = "", priority }: CoverProps) {
  const picture = image ? findPicture(image) : undefined;
  if (!picture) return <Tiles slug={slug} columns={columns} rows={rows} />;
  return (
    <div className="size-full [&_img]:size-full [&_img]:object-cover [&_picture]:contents">
      <Picture picture={picture} alt={alt} sizes={sizes} priority={priority} />
    </div>
  );
}
