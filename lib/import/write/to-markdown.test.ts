import path from "node:path";
import { expect, test } from "vitest";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { filesForTests, importForTests } from "#lib/import/import-for-tests.ts";

/** What a check would refuse, or a page would show as typed, were it carried over as it stands. */
const odd: [name: string, html: string][] = [
  ["braces and tags of programs", "<p>{a} ${b} &lt;Figure /&gt; {/* x */} {{c}} &lt;script&gt;</p>"],
  [
    "lines that begin like programs",
    "<p>export const a</p><p>import b from 'c'</p><p>&lt;&lt;&lt;&lt;&lt;&lt;&lt; HEAD</p>",
  ],
  [
    "code",
    "<pre><code class='language-js'>&lt;&lt;&lt;&lt;&lt;&lt;&lt; HEAD\n```\nimport {x} from 'y'\n</code></pre><p><code>{x}</code></p>",
  ],
  [
    "links of many kinds",
    "<p><a href='ftp://a.b/c'>a</a><a href='//a.example/b'>b</a><a href='http://'>c</a><a href='https://exa mple.org/x'>d</a><a href='mailto:a@b.co?subject=x y'>e</a><a href='tel:+57 1'>f</a><a href='#none'>g</a><a href='data:text/html,x'>h</a><a href=' java\tscript:alert(1)'>i</a><a href='vbscript:x'>j</a><a href='http://localhost:3000/nowhere'>k</a><a href='https://10.0.0.1/x'>o</a><a href='http://server/x'>p</a><a href='http://htps//a.b'>q</a><a href='C:\\x.doc'>l</a><a href='a@b.co'>m</a><a href='https://a.example/(x)_[y]'>n</a></p>",
  ],
  [
    "a video in a list, a table and a quotation",
    "<ul><li>a <iframe src='https://www.youtube.com/embed/abcdefghijk' title='A &quot;b&quot; {c} <d>'></iframe> b</li></ul><table><tr><td><iframe src='https://player.vimeo.com/video/12345678'></iframe></td><td>x</td></tr></table><blockquote><p>https://youtu.be/abcdefghijk</p></blockquote>",
  ],
  [
    "notes in a table, in a heading and without an end",
    "<h2>A<sup><a href='#n1' id='r1'>1</a></sup></h2><table><tr><td>b<a href='#n2' id='r2'>2</a></td><td>c</td></tr></table><p><a href='#n9' id='r9'>9</a></p><ol><li id='n1'>One <a href='#r1'>↑</a></li><li id='n2'><p>Two</p><pre>x</pre><a href='#r2'>↑</a></li></ol>",
  ],
  [
    "callouts in callouts, empty ones and lists in them",
    "<aside>a<aside>b</aside></aside><aside></aside><aside title='{t} &quot;q&quot;'><ul><li>c<p>d</p></li></ul><h2>e</h2></aside>",
  ],
  [
    "tables without cells, with pipes and in themselves",
    "<table></table><table><tr></tr></table><table><tr><td>a|b</td><td>`c|d`</td></tr><tr><td colspan=9>e<br>f</td></tr></table><table><tr><td><table><tr><td>x</td><td>y</td></tr></table></td><td>z</td></tr></table>",
  ],
  [
    "letters that nobody sees, and none at all",
    "<p>a\u0001\u0000\u200b\ufeff\u202e\ufffe b\u00ad\u2028c &#x3; &#xFFFE; &#55357;</p><p>&nbsp;</p><h2> </h2><p></p>",
  ],
  [
    "bold in pieces and over blocks",
    "<p><b> a</b><b>b </b>c<i> </i><strong><em> d </em></strong>e<b><br></b></p><b><p>f</p><p>g</p></b><p>**h** _i_ ~~j~~ [k](l) [^m] # n</p>",
  ],
  [
    "a gallery of what is not there",
    "<div class='gallery'><img src='https://a.example/1.jpg' alt='{a} &lt;b&gt; \"c\"'><img src='https://a.example/2.jpg' title='x'></div>",
  ],
  [
    "addresses in a text that lead nowhere",
    '<p>From "www.prints.example":http://prints.example and *"b":http://update.example*: (http://localhost:3000/a), https:// and &lt;a href="http://c.example"&gt;www.c.example&lt;/a&gt;&lt;/span&gt;.</p><pre>www.d.example$</pre><p><code>www.e.example$</code> ^www.f.example$ [NC] https://g.example.</p>',
  ],
  [
    "pictures by any name",
    "<img src=''><img><img src='data:image/png;base64,AAAA'><img src='data:text/html,x'><img src='con.png' alt=']('><img src='https://a.example/%00%2e%2e%2f.php?x'><img src='https://a.example/'>",
  ],
];

test.each(odd)("%s pass the check, beside a block and without one", async (_name, html) => {
  const block = "<p>https://www.youtube.com/watch?v=abcdefghijk</p>";
  const folder = filesForTests({
    "a.html": `<html><head><title>The plain one</title></head><body><main>${html}</main></body></html>`,
    "b.html": `<html><head><title>The one with a block</title></head><body><main>${block}${html}${block}</main></body></html>`,
    "c.md": `# As it stands in Markdown\n\nText.\n\n${html}\n`,
  });
  const root = temporaryContent({});
  for (const file of ["a.html", "b.html", "c.md"]) {
    const { written, errors, texts } = await importForTests(path.join(folder, file), { root });
    expect(written).toHaveLength(1);
    expect(errors).toEqual([]);
    expect(Object.values(texts).join().split("\n---\n")[1]).not.toMatch(
      /javascript:|vbscript:|(?<!\\)<(?:iframe|script)|data:/,
    );
  }
});

test("headings that leave levels out for the look of the next follow each other", async () => {
  const page = "<h1>The title</h1><p>Text.</p><h3>One</h3><h5>Two</h5><h3>Three</h3>";
  const { texts } = await importForTests(path.join(filesForTests({ "a.html": page }), "a.html"));
  expect(Object.values(texts).join()).toMatch(/\n## One\n\n### Two\n\n## Three\n/);
});

test.each([
  ["long", "A very long title that goes on ".repeat(20)],
  ["of signs", "\"- #: {a}\" & 'b': [c] | > %"],
  ["that YAML takes for something else", "null"],
  ["of a number", "2024"],
  ["in another writing", "東京の開発者"],
  ["called like a file of the build", "report.html"],
  ["called like what the site has", "page"],
])("a title %s passes the check", async (_name, title) => {
  const html = `<h1>${title.replaceAll("&", "&amp;")}</h1><p>Text.</p>`;
  const { written, errors } = await importForTests(path.join(filesForTests({ "a.html": html }), "a.html"), {
    locale: "es",
  });
  expect(written).toHaveLength(1);
  expect(errors).toEqual([]);
});
