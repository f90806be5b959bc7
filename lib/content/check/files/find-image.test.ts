import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { checkContent } from "#lib/content/check/check-content.ts";
import { getArticles } from "#lib/content/kinds/article.ts";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { readBody } from "#lib/content/text/body.ts";

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
const names = {
  plain: "x.jpg",
  spaced: "Foto equipo Bogotá (1).jpeg",
  screenshot: "Screenshot 2025-01-01 at 3.04.05\u202fPM.png",
  decomposed: "Medellín.jpg".normalize("NFD"),
  percent: "100%.jpg",
};

test.each([
  ["x.jpg", names.plain],
  ["./x.jpg", names.plain],
  ["images/x.jpg", names.plain],
  ["./images/x.jpg", names.plain],
  ["../../images/x.jpg", names.plain],
  ["/images/x.jpg", names.plain],
  ["content/images/x.jpg", names.plain],
  ["/content/images/x.jpg", names.plain],
  ["..\\..\\images\\x.jpg", names.plain],
  ["C:\\Users\\Ana\\site\\content\\images\\x.jpg", names.plain],
  ["file:///Users/ana/site/content/images/x.jpg", names.plain],
  ["/wp-content/uploads/2021/05/x.jpg", names.plain],
  ["x.jpg?w=1024", names.plain],
  ["Foto%20equipo%20Bogot%C3%A1%20(1).jpeg", names.spaced],
  ["Foto%20equipo%20Bogota%CC%81%20(1).jpeg", names.spaced],
  ["../../images/Foto%20equipo%20Bogot%C3%A1%20%281%29.jpeg", names.spaced],
  ["<images/Foto equipo Bogotá (1).jpeg>", names.spaced],
  ["<Screenshot 2025-01-01 at 3.04.05 PM.png>", names.screenshot],
  ["<Screenshot 2025-01-01 at 3.04.05\u202fPM.png>", names.screenshot],
  ["Screenshot%202025-01-01%20at%203.04.05%E2%80%AFPM.png", names.screenshot],
  ["Medellín.jpg", names.decomposed],
  ["images/Medell%C3%ADn.jpg", names.decomposed],
  ["100%.jpg", names.percent],
  ["images/100%25.jpg", names.percent],
])("%s is the picture that its last part names, in a text and as imglink", (written, name) => {
  const root = contentWith(written);
  expect(checkContent(root).errors).toEqual([]);
  const html = toHtml(readBody({ file: "content/en/blog/a.md", locale: "en" }, root).tree);
  expect(html).toContain(`src="/images/${encodeURIComponent(name)}"`);
  expect(getArticles("en", root)[0]?.image).toBe(name);
});

test.each(["https://a.test/x.jpg", "//a.test/x.jpg", "data:image/png,x.jpg", "../y.jpg", "http:/x.jpg"])(
  "%s is none of ours",
  (written) => {
    expect(checkContent(contentWith(written)).errors.map(problemLine)).toEqual([
      expect.stringMatching(/:9:10 imglink: must be the file name alone/),
      expect.stringMatching(/:12:1 body: save the picture in content\/images/),
    ]);
  },
);

test("a picture beside the article is refused with where it belongs", () => {
  const root = temporaryContent({ "en/blog/a.md": post(), "en/blog/Foto.JPG": jpeg });
  expect(checkContent(root).errors.map(problemLine)).toEqual([
    "content/en/blog/Foto.JPG:1:1 file name: move the picture to content/images, where texts look for it",
  ]);
});

function contentWith(written: string) {
  return temporaryContent({
    "en/blog/a.md": post(
      { imglink: JSON.stringify(written.replaceAll(/[<>]/g, "")) },
      `\n![What it shows](${written})\n`,
    ),
    ...Object.fromEntries(Object.values(names).map((name) => [`images/${name}`, jpeg])),
  });
}
