import type { Article } from "#lib/content/kinds/article.ts";
import type { FindPicture } from "#lib/pictures/built-picture.ts";
import { Picture } from "./picture.tsx";
import { Tiles } from "./tiles.tsx";

type ArticleCoverProps = {
  article: Article;
  findPicture: FindPicture;
  columns: number;
  rows: number;
  sizes: string;
  /** Left out in a list, where the title says it all. */
  alt?: string;
  priority?: boolean;
};

/** The picture that the author named, where there is one, else the pattern of the article. Both fill their frame. */
export function ArticleCover({ article, findPicture, columns, rows, sizes, alt = "", priority }: ArticleCoverProps) {
  const picture = article.image ? findPicture(article.image) : undefined;
  if (!picture) return <Tiles slug={article.slug} columns={columns} rows={rows} />;
  return (
    <div className="size-full [&_img]:size-full [&_img]:object-cover [&_picture]:contents">
      <Picture picture={picture} alt={alt} sizes={sizes} priority={priority} />
    </div>
  );
}
