import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { filesForTests, importForTests } from "#lib/import/import-for-tests.ts";
import { openSource } from "./open-source.ts";
import { zipForTests } from "./zip-for-tests.ts";

test("a site of Hugo: its keys, shortcodes, links and pictures", async () => {
  const folder = filesForTests({
    "content/posts/first.md": `\ufeff+++\r
title = "The first"\r
date = 2024-05-06T10:00:00Z\r
description = "About the first."\r
tags = ["Hiring", "Go"]\r
categories = ["Soporte"]\r
author = "Ana María"\r
featured_image = "/img/team.png"\r
layout = "wide"\r
+++\r
\r
Text with [a link]({{< ref "second.md" >}}) and [one out](../../../etc/passwd).\r
\r
{{< figure src="/img/team.png" alt="The team" caption="In 2024" >}}\r
\r
{{< youtube dQw4w9WgXcQ >}}\r
\r
{{% notice tip %}}Inside.{{% /notice %}}\r
\r
\`\`\`go\r
{{< kept >}}\r
\`\`\`\r
\r
A note.[^a] <b>Bold</b><br>next\r
\r
[^a]: The note.\r
`,
    "content/posts/second.md":
      "---\ntitle: Second\ndate: 2024-06-07\nslug: number-two\naliases: [/old]\n---\n\n# Second\n\nBack to [first](first.md).\n",
    "content/posts/second.es.md": "---\ntitle: Segundo\ndate: 2024-06-07\n---\n\n“Texto” en español, ¿sí?\n",
    "content/_index.md": "---\ntitle: Blog\n---\n",
    "static/img/team.png": await picture(),
  });
  const { texts, told, errors, images } = await importForTests(folder);

  expect(errors).toEqual([]);
  expect(images).toEqual(["team.png"]);
  expect(texts["content/en/blog/first.mdx"]).toBe(`---
metaTitle: The first
meta_description: About the first.
title: The first
date: 2024-05-06
url: first
category: support
tags: [hiring]
author: [ana]
imglink: team.png
draft: true
---

Text with [a link](/en/blog/number-two) and one out.

![The team](team.png "In 2024")

<Video href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" title="Video" />

Inside.

\`\`\`go
{{< kept >}}
\`\`\`

A note.[^1] **Bold**\\
next

[^1]: The note.
`);
  expect(texts["content/en/blog/number-two.md"]).toMatch(
    /url: number-two\n[\s\S]*---\n\nBack to \[first\]\(\/en\/blog\/first\)\.\n$/,
  );
  // A translation has the file name of the first language.
  expect(texts["content/es/blog/number-two.md"]).toMatch(/url: second\n[\s\S]*“Texto” en español, ¿sí\?\n$/);
  expect(told).toContain(
    "shortcode {{% notice tip %}}: is made by Hugo; what it showed is missing, what stood in it is there",
  );
  expect(told).toContain(
    "tag “Go”: not in content/tags.yaml; to keep some, write them there, remove the drafts and import again",
  );
  expect(told).toContain("key “layout”: no place in our front matter; left out");
  expect(told).toContain(
    "a link to ../../../etc/passwd (one out): leads to nothing on this site; its words are there, without a link",
  );
});

test("a site of Hugo with a folder for each post: its date, pictures and code by shortcodes of a theme", async () => {
  const folder = filesForTests({
    "content/article/2024-05-06-the-team/index.md": `---\ntitle: "The\nteam"\n---\n\n{{<post-image image="team.png" alt="All of us" lightbox="true" >}}\n\n{{<code js "hl_lines=1">}}\nlet a = "{{b}}";\n{{</code>}}\n`,
    "content/article/2024-05-06-the-team/team.png": await picture(),
  });
  const { texts, told, errors, images } = await importForTests(folder);
  expect(errors).toEqual([]);
  expect(images).toEqual(["team.png"]);
  expect(texts["content/en/blog/the-team.md"]).toMatch(
    /\ntitle: The team\ndate: 2024-05-06\nurl: the-team\n[\s\S]*\n\n!\[All of us\]\(team\.png\)\n\n```js\nlet a = "\{\{b\}\}";\n```\n$/,
  );
  expect(told.join()).not.toContain("shortcode");
});

test("a site of Jekyll: dated names, Liquid and kramdown", async () => {
  const folder = filesForTests({
    "_posts/2023-02-03-hello-there.markdown":
      '---\nlayout: post\ntitle: "Hello: there"\nexcerpt: Short.\npublished: true\n---\n{% include ad.html %}\n\n![Team]({{ site.baseurl }}/assets/team.png){: .wide}\n\nSee [next]({% post_url 2023-03-04-next %}).\n\n{% highlight ruby %}\nputs 1\n{% endhighlight %}\n',
    "_posts/2023-03-04-next.md": "---\nlayout: post\n---\n\nNo title here.\n",
    "assets/team.png": await picture(),
    "README.md": "# About\n",
  });
  const { texts, told, errors } = await importForTests(folder);
  expect(errors).toEqual([]);
  expect(texts["content/en/blog/hello-there.md"]).toMatch(
    /title: "Hello: there"\ndate: 2023-02-03\nurl: hello-there\n[\s\S]*\n\n!\[Team\]\(team\.png\)\n\nSee \[next\]\(\/en\/blog\/next\)\.\n\n```ruby\nputs 1\n```\n$/,
  );
  expect(texts["content/en/blog/next.md"]).toContain("title: Next\n");
  expect(told).toContain("tag {% include ad.html %}: is made by Jekyll; what it showed is missing");
});

test("an export of Notion, packed twice: names without numbers, properties, toggles, callouts and pictures", async () => {
  const id = "0123456789abcdef0123456789abcdef";
  const inner = zipForTests({
    [`Cómo contratar ${id}.md`]: `# Cómo contratar\n\nFecha: 5 de enero de 2026\nEtiquetas: Contratación, Otra\n\n- Plegado\n    \n    Lo de dentro.\n    \n\n<aside>\n💡 **Ojo** con [las fechas](https://example.com/f).\n\n</aside>\n\n<details>\n<summary>Más</summary>\nLo *otro*.\n\n</details>\n\n<details>\n    <summary>Dentro</summary>\n    Muy adentro.\n</details>\n\n![Untitled](C%C3%B3mo%20contratar/Untitled.png)\n\nVer [la otra](Otra%20nota%20${id}.md).\n`,
    [`Otra nota ${id}.md`]: "# Otra nota\n\nTexto.\n",
    "Cómo contratar/Untitled.png": await picture(),
    [`Base ${id}.csv`]: "a,b\n",
  });
  const folder = filesForTests({ "Export.zip": zipForTests({ "ExportBlock-Part-1.zip": inner }) });
  const { texts, told, errors, ofSource } = await importForTests(path.join(folder, "Export.zip"), { locale: "es" });
  expect(errors).toEqual([]);
  expect(texts["content/es/blog/como-contratar.mdx"]).toMatch(
    /title: Cómo contratar\ndate: 2026-01-05\nurl: como-contratar\ncategory: innovation\ntags: \[hiring\]\ndraft: true\n---\n\n- Plegado\n\n {2}Lo de dentro\.\n\n<Callout>\n {2}💡 \*\*Ojo\*\* con \[las fechas\]\(https:\/\/example\.com\/f\)\.\n<\/Callout>\n\n[^!]*Lo \*otro\*\.\n[^!]*!\[Untitled\]\(untitled\.png\)\n\nVer \[la otra\]\(\/es\/blog\/otra-nota\)\.\n$/,
  );
  expect(texts["content/es/blog/como-contratar.mdx"]).toMatch(/\n\*\*Dentro\*\*\n\nMuy adentro\.\n/);
  expect(told).toContain(
    "tag “Otra”: not in content/tags.yaml; to keep some, write them there, remove the drafts and import again",
  );
  expect(ofSource).toEqual([expect.objectContaining({ what: expect.stringContaining("1 files that are no posts") })]);
});

test("notes of Obsidian: links, pictures, marks, comments and callouts", async () => {
  const folder = filesForTests({
    "Notes/My note.md":
      "---\ntags:\n  - hiring\n---\nSee [[Other note|the other]], [[Nothing]] and ==this==. %%hidden%% ^abc123\n\nIn [[#The end]] and [[#^a1|below]].\n\n![[team.png|300]]\n\n![[Other note]]\n\n> [!tip] Look\n> Here.\n",
    "Notes/Other note.md": "Text.\n",
    "Files/team.png": await picture(),
    "Files/Plan.excalidraw.md": "%%\n# Drawing\n```json\n{}\n```\n%%\n",
    ".obsidian/app.json": "{}",
  });
  const { texts, told, errors, written } = await importForTests(folder);
  expect(errors).toEqual([]);
  expect(written).toHaveLength(2);
  expect(texts["content/en/blog/my-note.mdx"]).toMatch(
    /title: My note\n[\s\S]*\ntags: \[hiring\]\n[\s\S]*---\n\nSee \[the other\]\(\/en\/blog\/other-note\), Nothing and \*\*this\*\*\.\n\nIn The end and below\.\n\n!\[\]\(team\.png\)\n\n<Callout title="Look">\n {2}Here\.\n<\/Callout>\n$/,
  );
  expect(told).toContain("![[Other note]]: is another note, shown here by Obsidian; copy what is wanted of it");
});

test("nothing is written over, and a second time nothing is written", async () => {
  const folder = filesForTests({
    "a.md": "# A\n\nText.\n\n![T](t.png)\n",
    "b/a.md": "# B\n\nOther.\n",
    "t.png": await picture(),
  });
  const { root, written } = await importForTests(folder);
  expect(written).toEqual(["content/en/blog/a.md", "content/en/blog/a-2.md"]);
  const again = await importForTests(folder, { root });
  expect(again).toMatchObject({ written: [], pictures: 0, images: ["t.png"], errors: [] });
  expect(again.refused.map(({ why }) => why)).toEqual([
    "content/en/blog/a.md is there already; rename one of the two, or remove it",
    "content/en/blog/a-2.md is there already; rename one of the two, or remove it",
  ]);
});

test.each([
  ["names that lead out of the folder", { "../evil.md": "# A" }, /lead out/],
  ["nothing to read in it", { "a.txt": "A" }, /has neither Markdown/],
])("an archive with %s is refused", async (_name, files, why) => {
  const folder = filesForTests({ "a.zip": zipForTests(files) });
  await expect(openSource(path.join(folder, "a.zip"))).rejects.toThrow(why);
});

function picture(): Promise<Buffer> {
  return sharp({ create: { width: 700, height: 400, channels: 3, background: "#886600" } })
    .png()
    .toBuffer();
}
