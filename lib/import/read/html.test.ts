import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { filesForTests, importForTests } from "#lib/import/import-for-tests.ts";

test("a page becomes its text: what stands around it, scripts, frames and forms are left", async () => {
  const page = `<!doctype html><html lang="en"><head><title>Blog | Old site</title>
<meta name="description" content="What a team in Medell&iacute;n costs, and what it does &amp; does not do."><meta property="article:published_time" content="2024-05-06T10:00:00Z">
<meta name="author" content="Ana María"><meta name="keywords" content="hiring, AI"></head>
<body><nav>Menu</nav><main><h1>Costs of a team</h1>
<p style="mso-x:y">It&nbsp;costs <b>little </b>and <span style="font-weight:700">a</span><span style="font-weight:700"> lot</span>: H<sub>2</sub>O, 3<sup>rd</sup>, x<sup>abc</sup>.</p>
<script>alert(1)</script><style>p{}</style><p onclick="x()"><a href="javascript:alert(1)">Click</a> <a href="/old">Old</a> <a href="https://www.google.com/url?q=https://example.org/x&amp;sa=D">new</a></p>
<iframe src="https://maps.example/x"></iframe><iframe src="//www.youtube.com/embed/dQw4w9WgXcQ?rel=0" title="How we work"></iframe>
<form><input name="q"><button>Send</button></form>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="team.jpg" alt="The team">
<img src="data:image/png;base64,${(await picture()).toString("base64")}" alt="Pasted">
<img src="../secret.jpg" alt="Secret"><img src="https://cdn.example/photo-300x200.jpg?x=1" alt="Far away">
<table><tr><td colspan="2">Both</td></tr><tr><td>1</td><td><ul><li>a</li><li>b</li></ul></td></tr></table>
<details><summary>More</summary><p>Folded.</p></details>
<p>import taxes {rise} &lt;soon&gt;</p></main><footer>Foot</footer></body></html>`;
  const folder = filesForTests({
    "secret.jpg": await picture(),
    "in/a.html": page,
    "in/team.jpg": await picture("jpeg"),
  });
  const { texts, told, images, errors } = await importForTests(path.join(folder, "in/a.html"));

  expect(errors).toEqual([]);
  expect(images).toEqual(["pasted.png", "team.jpg"]);
  expect(texts).toEqual({
    "content/en/blog/costs-of-a-team.mdx": `---
metaTitle: Costs of a team
meta_description: What a team in Medellín costs, and what it does & does not do.
title: Costs of a team
date: 2024-05-06
url: costs-of-a-team
category: innovation
tags: [hiring]
author: [ana]
draft: true
---

It costs **little** and **a lot**: H₂O, 3rd, xabc.

Click Old [new](https://example.org/x)

<Video href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" title="How we work" />

![The team](team.jpg) ![Pasted](pasted.png) ![Far away](photo-300x200.jpg)

| Both |     |
| ---- | --- |
| 1    | a b |

**More**

Folded.

Import taxes \\{rise} \\<soon>
`,
  });
  expect(told).toEqual([
    "picture ../secret.jpg: leads out of the folder, and nothing is read there",
    "picture https://cdn.example/photo-300x200.jpg?x=1: is on another site, and nothing is fetched; put it into content/images as photo-300x200.jpg",
    "something of another site in a frame (https://maps.example/x): is not shown here; write a link to where it is",
    "a form: forms are the site's own; lead to /contact, or write <NewsletterSignUp /> in an .mdx file",
    expect.stringMatching(/^a table with cells over several columns or lines \(Both/),
    expect.stringMatching(/^a table with lists or headings in its cells \(Both/),
    "a link to /old (Old): leads to nothing on this site; its words are there, without a link",
    "small raised letters (abc): stand on the line like the others",
    "tag “AI”: not in content/tags.yaml; to keep some, write them there, remove the drafts and import again",
    "category: none is named; “innovation” stands there, change it where it does not fit",
  ]);
});

test("a link to a place in the same text is told, and a sign beside a heading that leads to itself is not", async () => {
  const page =
    '<h1>Costs</h1><p>First <a href="#low">the low ones</a>.</p><h2 id="low">Low<a href="#low">#</a></h2><p>Low.</p>';
  const { told } = await importForTests(path.join(filesForTests({ "a.html": page }), "a.html"));
  expect(told.filter((line) => line.includes("#low"))).toEqual([
    "a link to #low in the same text (the low ones): places in a text have other names here; its words are there, without a link",
  ]);
});

test("an import again takes the picture that was put where the list said, and says so", async () => {
  const page = '<h1>Costs of a team</h1><p>Low.</p><img src="https://cdn.example/photo.jpg" alt="Our team at work">';
  const folder = filesForTests({ "a.html": page });
  const { root, told } = await importForTests(path.join(folder, "a.html"));
  const said = "picture https://cdn.example/photo.jpg: is on another site, and nothing is fetched";
  expect(told).toContain(`${said}; put it into content/images as photo.jpg`);
  writeFileSync(path.join(root, "images/photo.jpg"), await picture("jpeg"));
  rmSync(path.join(root, "en/blog/costs-of-a-team.md"));
  const again = await importForTests(path.join(folder, "a.html"), { root });
  expect(again.told).toContain(`${said}; content/images has a photo.jpg, which is taken for it`);
  expect(again.texts["content/en/blog/costs-of-a-team.md"]).toContain("![Our team at work](photo.jpg)");
});

test("a page of Google Docs keeps what its classes make bold, and its notes; one of old Windows its accents", async () => {
  const docs = `<html><head><style>.c1{font-weight:700}.c2{font-style:italic;color:#000}</style></head><body>
<p class="c5 title"><span class="c9">Hola</span></p><p><span class="c1">Fuerte</span><span class="c2"> suave</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p>
<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> La nota.</span></p></div></body></html>`;
  const folder = filesForTests({
    "a.html": docs,
    "b.htm": Buffer.from("<h1>A\xf1o</h1><p>\x93Ma\xf1ana\x94</p>", "latin1"),
  });
  const one = await importForTests(path.join(folder, "a.html"), { locale: "es" });
  expect(one.texts["content/es/blog/hola.md"]).toMatch(/\n\n\*\*Fuerte\*\* \*suave\*\[\^1\]\n\n\[\^1\]: La nota\.\n$/);
  const two = await importForTests(path.join(folder, "b.htm"), { locale: "es" });
  expect(two.texts["content/es/blog/ano.md"]).toMatch(/title: Año[\s\S]*\n\n“Mañana”\n$/);
  expect([...one.errors, ...two.errors]).toEqual([]);
});

test("pictures of kinds that the site does not take are made into PNG, or told", async () => {
  const gif = await sharp(await picture())
    .gif()
    .toBuffer();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>`;
  const broken = (await picture("jpeg")).subarray(0, 400);
  const page = `<h1>A</h1><p>Text.</p><img src="a.gif" alt="A"><img src="b.svg" alt="B"><img src="c.jpg" alt="C">`;
  const folder = filesForTests({ "a.html": page, "a.gif": gif, "b.svg": svg, "c.jpg": broken });
  const { images, told, errors } = await importForTests(path.join(folder, "a.html"));
  expect(errors).toEqual([]);
  expect(images).toEqual(["a.png"]);
  expect(told).toContain("picture b.svg: is SVG; save it as JPEG, PNG, WebP or AVIF");
  expect(told).toContainEqual(expect.stringMatching(/^picture c\.jpg: cannot be read as a picture/));
});

test("a page that is nested very deeply, or is a wall of marks, ends soon and writes what it can", async () => {
  const deep = `<h1>Deep</h1>${"<div>".repeat(60_000)}x`;
  const folder = filesForTests({
    "a.html": deep,
    "b.html": `<h1>Wall</h1><p>${"<a href='#a' id='a'>1</a>".repeat(5_000)}`,
  });
  const { told, errors } = await importForTests(path.join(folder, "a.html"));
  expect(errors).toEqual([]);
  expect(told).toContain("its text: is nested more deeply than can be read; copy it by hand");
  expect((await importForTests(path.join(folder, "b.html"))).errors).toEqual([]);
});

function picture(format: "png" | "jpeg" = "png"): Promise<Buffer> {
  return sharp({ create: { width: 700, height: 400, channels: 3, background: "#886600" } })
    [format]()
    .toBuffer();
}
