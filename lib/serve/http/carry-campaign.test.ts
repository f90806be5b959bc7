import { expect, test } from "vitest";
import { carryCampaign } from "./carry-campaign.ts";

test.each([
  ['<a href="/en">', '<a rel="nofollow" href="/en?utm_source=a+b&amp;ref=x">'],
  ['<a class="x" href="/es/blog#top">', '<a rel="nofollow" class="x" href="/es/blog?utm_source=a+b&amp;ref=x#top">'],
  [
    '<a href="/en/inquiry?service=cloud">',
    '<a rel="nofollow" href="/en/inquiry?service=cloud&amp;utm_source=a+b&amp;ref=x">',
  ],
  ['<a href="/en" rel="next">', '<a href="/en?utm_source=a+b&amp;ref=x" rel="next nofollow">'],
  ['<a rel="prev" href="/en">', '<a rel="prev nofollow" href="/en?utm_source=a+b&amp;ref=x">'],
  [
    '<form method="post" action="/en/contact" id="f">',
    '<form method="post" action="/en/contact?utm_source=a+b&amp;ref=x" id="f">',
  ],
  [
    '<button lang="es" formAction="/es/contact">',
    '<button lang="es" formAction="/es/contact?utm_source=a+b&amp;ref=x">',
  ],
])("%s becomes %s", (tag, carried) => {
  expect(
    carryCampaign(tag, {
      links: [
        ["utm_source", "a b"],
        ["ref", "x"],
      ],
      from: undefined,
    }),
  ).toBe(carried);
});

test.each([
  '<a href="https://www.linkedin.com/en">',
  '<a href="#top">',
  '<a href="/english">',
  '<link rel="alternate" href="/en/feed.xml"/>',
  '<script>x="<a>",href="/en"</script>',
  '<a href="/">',
])("%s stays as it is", (tag) => {
  expect(carryCampaign(tag, { links: [["gclid", "1"]], from: "/en/blog" })).toBe(tag);
});

test("what an address says cannot leave the attribute", () => {
  const html = carryCampaign('<a href="/en">', {
    links: [["utm_source", `"><script>alert(1)</script>'&$&$1`]],
    from: undefined,
  });
  expect(html).toMatch(/^<a rel="nofollow" href="\/en\?utm_source=[\w%+$]+">$/);
});

test("where a form was opened from stands in its own address alone", () => {
  const page = '<a href="/en"><form method="post" action="/en/inquiry">';
  expect(carryCampaign(page, { links: [], from: '/en/blog/"x' })).toBe(
    '<a href="/en"><form method="post" action="/en/inquiry?from=%2Fen%2Fblog%2F%22x">',
  );
  expect(carryCampaign(page, { links: [["gclid", "1"]], from: "/es" })).toBe(
    '<a rel="nofollow" href="/en?gclid=1"><form method="post" action="/en/inquiry?gclid=1&amp;from=%2Fes">',
  );
});
