import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Picture } from "./picture.tsx";

const picture = {
  width: 960,
  height: 640,
  variants: (["avif", "webp", "jpeg"] as const).flatMap((format) =>
    [480, 960].map((width) => ({ format, width, file: `team-0123abcd-${width}.${format}` })),
  ),
};

test("a picture offers three formats, its dimensions and what it shows, and waits until it is near", () => {
  expect(renderToStaticMarkup(<Picture picture={picture} alt="Four people" sizes="50vw" />)).toBe(
    "<picture>" +
      '<source type="image/avif" srcSet="/images/team-0123abcd-480.avif 480w, /images/team-0123abcd-960.avif 960w" sizes="50vw"/>' +
      '<source type="image/webp" srcSet="/images/team-0123abcd-480.webp 480w, /images/team-0123abcd-960.webp 960w" sizes="50vw"/>' +
      '<img src="/images/team-0123abcd-960.jpeg"' +
      ' srcSet="/images/team-0123abcd-480.jpeg 480w, /images/team-0123abcd-960.jpeg 960w" sizes="50vw"' +
      ' width="960" height="640" alt="Four people" loading="lazy" decoding="async"/>' +
      "</picture>",
  );
});

test("the picture at the top of a page is fetched at once", () => {
  const html = renderToStaticMarkup(<Picture picture={picture} alt="" sizes="100vw" priority />);

  expect(html).toContain('loading="eager"');
  expect(html).toContain('fetchPriority="high"');
});

test("a picture with transparency falls back to PNG", () => {
  const variants = [{ format: "png" as const, width: 300, file: "logo-0123abcd-300.png" }];
  const html = renderToStaticMarkup(<Picture picture={{ ...picture, variants }} alt="" sizes="100vw" />);

  expect(html).toContain('<img src="/images/logo-0123abcd-300.png"');
});
