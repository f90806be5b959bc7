import sharp from "sharp";
import { expect, test } from "vitest";
import { getArticles } from "#lib/content/kinds/article.ts";
import { paths } from "#lib/i18n/paths.ts";
import { articlePicture } from "./article-picture.ts";

test("the picture of an article is 16 by 9 and as wide as search engines want it", async () => {
  const [article] = getArticles("en");
  const jpeg = await articlePicture(paths.article("en", article?.slug ?? ""));
  expect(await sharp(jpeg).metadata()).toMatchObject({ format: "jpeg", width: 1200, height: 675 });
});
