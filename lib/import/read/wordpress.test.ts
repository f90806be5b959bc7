import { spawnSync } from "node:child_process";
import { closeSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { filesForTests, importForTests } from "#lib/import/import-for-tests.ts";
import { openSource } from "./open-source.ts";

test("a post of the classic editor: paragraphs, captions, galleries, shortcodes and entities", async () => {
  const content = `First line &amp; “quotes”&nbsp;here.\r
Second <strong>line </strong>with a <a href="https://old.example/2019/05/other-post/">link</a>, a <a href="https://www.old.example/shop/">shop</a>.

[caption id="attachment_7" align="aligncenter" width="300"]<a href="https://old.example/wp-content/uploads/2019/05/team.jpg"><img src="https://old.example/wp-content/uploads/2019/05/team-300x200.jpg" alt="The team" /></a> Our team[/caption]

[gallery ids="7,8" columns="2"]

[contact-form-7 id="12" title="Contact"]

https://www.youtube.com/watch?v=dQw4w9WgXcQ

[vc_row][vc_column width="1/2"]Inside a column, as he said [sic].[/vc_column][/vc_row]
<!--more-->
<h2>Steps</h2>
<ul>
 	<li>One</li>
 	<li>Two</li>
</ul>
<script>alert(1)</script>`;
  const { texts, told, errors } = await importForTests(
    file(attachments + item({ content, excerpt: "What it <b>says</b>." })),
  );
  expect(errors).toEqual([]);
  expect(texts["content/en/blog/my-post.mdx"]).toBe(`---
metaTitle: "A title: & more"
meta_description: What it says.
title: "A title: & more"
date: 2019-05-06
url: my-post
category: support
tags: [hiring]
author: [ana]
imglink: team.jpg
imgalt: The whole team
draft: true
---

First line & “quotes” here.\\
Second **line** with a [link](/en/blog/other-post), a shop.

![The team](team.jpg "Our team")

<Gallery>
  ![The whole team](team.jpg "Us")
  ![](desk.jpg)
</Gallery>

<Video href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" title="Video" />

Inside a column, as he said \\[sic].

## Steps

- One
- Two
`);
  expect(told).toContain(
    "shortcode [contact-form-7]: is made by a plugin of WordPress; what it showed is missing, what stood in it is there",
  );
  expect(told).toContain(
    "a link to https://www.old.example/shop/ (shop): leads to nothing on this site; its words are there, without a link",
  );
  expect(told).toContain(
    "tag “Old tag”: not in content/tags.yaml; to keep some, write them there, remove the drafts and import again",
  );
});

test("a post of the block editor, with uploads beside it: galleries, embeds, notes and what WordPress fills in", async () => {
  const content = `<!-- wp:paragraph --><p>Hola<sup data-fn="n-1" class="fn"><a href="#n-1" id="n-1-link">1</a></sup>.</p><!-- /wp:paragraph -->
<!-- wp:gallery {"linkTo":"none"} --><figure class="wp-block-gallery has-nested-images"><!-- wp:image {"id":7} --><figure class="wp-block-image"><img src="https://old.example/wp-content/uploads/2019/05/team-1024x683.jpg" alt="El equipo"/><figcaption>Aquí</figcaption></figure><!-- /wp:image --><!-- wp:image --><figure class="wp-block-image"><img src="https://old.example/wp-content/uploads/2019/05/desk.jpg" alt="Mesa"/></figure><!-- /wp:image --></figure><!-- /wp:gallery -->
<!-- wp:embed {"url":"https://vimeo.com/123456","type":"video"} --><figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">
https://vimeo.com/123456
</div></figure><!-- /wp:embed -->
<!-- wp:latest-posts {"postsToShow":3} /-->
<!-- wp:quote --><blockquote class="wp-block-quote"><p>Dicho.</p><cite>Ana</cite></blockquote><!-- /wp:quote -->
<!-- wp:footnotes /-->`;
  const notes = meta("footnotes", JSON.stringify([{ id: "n-1", content: "La <em>nota</em>." }]));
  const language = `<category domain="language" nicename="es"><![CDATA[Español]]></category>`;
  const uploads = filesForTests({
    "2019/05/team.jpg": await picture(),
    "2018/01/team.jpg": await picture(9),
    "2019/05/desk.jpg": await picture(3),
  });
  const { texts, told, errors, images } = await importForTests(
    file(attachments + item({ content, more: notes + language })),
    { pictures: uploads },
  );
  expect(errors).toEqual([]);
  expect(images).toEqual(["desk.jpg", "team.jpg"]);
  expect(texts["content/es/blog/my-post.mdx"]).toMatch(
    /---\n\nHola\[\^1\]\.\n\n<Gallery>\n {2}!\[El equipo\]\(team\.jpg "Aquí"\)\n {2}!\[Mesa\]\(desk\.jpg\)\n<\/Gallery>\n\n<Video href="https:\/\/vimeo\.com\/123456" title="Video" \/>\n\n> Dicho\.\n>\n> Ana\n\n\[\^1\]: La \*nota\*\.\n$/,
  );
  expect(told).toContain(
    "block latest-posts: is filled in by WordPress when it shows a page; what it showed is missing",
  );
});

test("a video keeps its caption, and an address that has a line to itself is a video or a link", async () => {
  const figure = (address: string, caption: string) =>
    `<!-- wp:embed --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${address}\n</div><figcaption>${caption}</figcaption></figure><!-- /wp:embed -->`;
  const blocks = [
    figure("https://youtu.be/dQw4w9WgXcQ", "Our video"),
    figure("https://x.com/a/status/1", "What he said"),
  ];
  const lines = "Before\nhttps://youtu.be/dQw4w9WgXcQ\n[embed]https://vimeo.com/123456[/embed]\nafter.";
  const tags = "<p>Before</p>\nhttps://vimeo.com/123456\n<p>after</p>";
  const { texts } = await importForTests(
    file(
      item({ content: blocks.join("\n") }) +
        item({ id: 21, slug: "lines", content: lines }) +
        item({ id: 22, slug: "tags", content: tags }),
    ),
  );
  const bodies = Object.values(texts).map((text) => text.split("---\n").at(-1)?.trim());
  expect(bodies).toEqual([
    '<Video href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" title="Our video" />\n\n[https://x.com/a/status/1](https://x.com/a/status/1)\n\nWhat he said',
    'Before\n\n<Video href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" title="Video" />\n\n<Video href="https://vimeo.com/123456" title="Video" />\n\nafter.',
    'Before\n\n<Video href="https://vimeo.com/123456" title="Video" />\n\nafter',
  ]);
});

test("an export that was cut off is not read, wherever it ends", async () => {
  const whole = start + item({}) + item({ id: 21, slug: "second" }) + end;
  for (const length of [whole.length - end.length, whole.length - 200, 1_200, 300])
    await expect(importForTests(named("cut.xml", whole.slice(0, length)))).rejects.toThrow(
      "cut.xml ends before its </rss>: it was cut off",
    );
});

test("translations of Polylang are a pair of files, and pages and the trash are counted", async () => {
  const pair = `<category domain="post_translations" nicename="pll_1"><![CDATA[pll_1]]></category>`;
  const posts = [
    item({
      id: 1,
      slug: "equipos",
      link: "https://old.example/es/equipos/",
      more: `${pair}<category domain="language" nicename="es_CO"><![CDATA[Español]]></category>`,
    }),
    item({
      id: 2,
      slug: "teams",
      link: "https://old.example/teams/",
      more: `${pair}<category domain="language" nicename="en"><![CDATA[English]]></category>`,
    }),
    item({ id: 3, slug: "about", type: "page" }),
    item({ id: 4, slug: "gone", status: "trash" }),
  ];
  const { written, texts, errors, ofSource } = await importForTests(file(posts.join("")));
  expect(errors).toEqual([]);
  expect(written.toSorted()).toEqual(["content/en/blog/teams.md", "content/es/blog/teams.md"]);
  expect(texts["content/es/blog/teams.md"]).toContain("url: equipos\n");
  expect(ofSource.map(({ what }) => what)).toEqual(["1 page, 1 trash"]);
});

test("the titles, names and excerpts of WordPress are HTML, and its language is that of its posts", async () => {
  const posts = item({
    title: "<![CDATA[El <em>equipo</em> &#8217;s R&amp;D: 2 < 3]]>",
    excerpt: "<p>Uno&hellip;</p><p>dos</p>",
    more: `<category domain="post_tag" nicename="rd"><![CDATA[R&amp;D]]></category>`,
  });
  const spanish = (start + posts + end).replace("<language>en-US", "<language>es-CO");
  const { texts, told, errors } = await importForTests(named("export.xml", spanish));
  expect(errors).toEqual([]);
  expect(texts["content/es/blog/my-post.md"]).toMatch(
    /\nmeta_description: Uno… dos\ntitle: "El equipo ’s R&D: 2 < 3"\n/,
  );
  expect(told).toContain(
    "tag “R&D”: not in content/tags.yaml; to keep some, write them there, remove the drafts and import again",
  );
});

test("what a blog has on WordPress.com leads there, and its pictures are told where they lie", async () => {
  const content = `<a href="https://wordpress.com/post">Write</a> <img src="https://i0.wp.com/old.example/wp-content/uploads/2020/02/desk.png?fit=600%2C68&amp;ssl=1">`;
  const { texts, told } = await importForTests(file(item({ content })));
  expect(texts["content/en/blog/my-post.md"]).toContain("\n[Write](https://wordpress.com/post) ![](desk.png)\n");
  expect(told).toContain(
    "picture https://old.example/wp-content/uploads/2020/02/desk.png: is on another site, and nothing is fetched; put it into content/images as desk.png",
  );
});

test("an export with entities of its own, one that is none, and one with signs that XML forbids", async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel>&b;</channel></rss>`;
  await expect(openSource(named("a.xml", bomb))).rejects.toThrow(/declares entities of its own/);
  await expect(openSource(named("a.xml", "<feed><entry/></feed>"))).rejects.toThrow(/is no export of WordPress/);
  await expect(openSource(named("a.xml", "text"))).rejects.toThrow(/is no export of WordPress/);
  const { texts, errors } = await importForTests(
    file(item({ content: "Tom & Jerry \u0003 & ]]&gt; <b>x", title: "R&D &amp; \u0007 &nbsp;more" })),
  );
  expect(errors).toEqual([]);
  expect(Object.keys(texts)).toEqual(["content/en/blog/my-post.md"]);
});

test("2,000 posts are written within a minute, in less memory than their export has", () => {
  const folder = filesForTests({});
  const target = path.join(folder, "big.xml");
  const handle = openSync(target, "w");
  writeSync(handle, start);
  const text =
    "<p>Some <b>words</b> of a text that goes on for a while, with a <a href='https://example.org'>link</a>.</p>\n".repeat(
      40,
    );
  // What a builder of pages keeps beside each text.
  const more = meta("_elementor_data", "x".repeat(60_000));
  for (let id = 1; id <= 2_000; id += 1) {
    const next = `<a href="https://old.example/post-${(id % 2_000) + 1}/">next</a>`;
    writeSync(
      handle,
      item({ id, slug: `post-${id}`, link: `https://old.example/post-${id}/`, content: text + next, more }),
    );
  }
  writeSync(handle, end);
  closeSync(handle);

  const root = temporaryContent({});
  const told =
    'process.on("exit", () => { const { user, system } = process.cpuUsage(); console.error((user + system) / 1e6); })';
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    // Of megabytes; the export has 130.
    [
      "--max-old-space-size=120",
      "--import",
      `data:text/javascript,${told}`,
      path.join(import.meta.dirname, "../cli.ts"),
      target,
    ],
    { cwd: path.dirname(root), encoding: "utf8" },
  );
  expect({ status, first: stdout.split("\n")[0] }).toEqual({
    status: 0,
    first: expect.stringMatching(/^import: 2000 posts written as drafts, 0 pictures, 0 posts not written, /),
  });
  expect(Number(stderr)).toBeLessThan(60);
}, 180_000);

const start = `\ufeff<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old</title><link>https://old.example</link><language>en-US</language><wp:base_site_url>http://wordpress.com/</wp:base_site_url><wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[ana]]></wp:author_login><wp:author_display_name><![CDATA[Ana María]]></wp:author_display_name></wp:author>
`;
const end = "</channel></rss>\n";

const attachments = [
  [7, "team", "The whole team", "Us"],
  [8, "desk", "", ""],
]
  .map(
    ([id, name, alt, caption]) =>
      `<item><title>${name}</title><excerpt:encoded><![CDATA[${caption}]]></excerpt:encoded><wp:post_id>${id}</wp:post_id><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://old.example/wp-content/uploads/2019/05/${name}.jpg</wp:attachment_url>${meta("_wp_attachment_image_alt", String(alt))}</item>`,
  )
  .concat(item({ id: 5, slug: "other-post", link: "https://old.example/2019/05/other-post/", content: "Other." }))
  .join("\n");

type Item = {
  id?: number;
  title?: string;
  slug?: string;
  link?: string;
  content?: string;
  excerpt?: string;
  type?: string;
  status?: string;
  more?: string;
};

function item({
  id = 20,
  title = "A title: &amp; more",
  slug = "my-post",
  link = "https://old.example/2019/05/my-post/",
  content = "Text.",
  excerpt = "",
  type = "post",
  status = "publish",
  more = "",
}: Item): string {
  return `<item><title>${title}</title><link>${link}</link><pubDate>Mon, 06 May 2019 10:00:00 +0000</pubDate><dc:creator><![CDATA[ana]]></dc:creator>
<content:encoded><![CDATA[${content.replaceAll("]]>", "")}]]></content:encoded><excerpt:encoded><![CDATA[${excerpt}]]></excerpt:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date><![CDATA[2019-05-06 05:00:00]]></wp:post_date><wp:post_name><![CDATA[${slug}]]></wp:post_name><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type>
<category domain="category" nicename="support"><![CDATA[Soporte]]></category><category domain="post_tag" nicename="hiring"><![CDATA[Hiring]]></category><category domain="post_tag" nicename="old"><![CDATA[Old tag]]></category>
${id === 20 ? meta("_thumbnail_id", "7") : ""}${meta("_edit_last", "1")}${more}</item>\n`;
}

function meta(key: string, value: string): string {
  return `<wp:postmeta><wp:meta_key><![CDATA[${key}]]></wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
}

function file(items: string): string {
  return named("export.xml", start + items + end);
}

function named(name: string, text: string): string {
  return path.join(filesForTests({ [name]: text }), name);
}

function picture(shade = 0): Promise<Buffer> {
  return sharp({ create: { width: 700, height: 400, channels: 3, background: { r: shade, g: 90, b: 0 } } })
    .jpeg()
    .toBuffer();
}
