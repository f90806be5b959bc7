import { rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { problemLine } from "#lib/content/source/content-error.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { colombianDate } from "#lib/hours/colombian-date.ts";
import { checkContent } from "./check-content.ts";

const quotes = "cannot be read as YAML; put the title in quotes: title:";
const drops = "YAML would drop a part of this; put the title in quotes: title:";

test.each<[string, string | Uint8Array, string]>([
  ["a colon", post({ title: "AI: the future" }), `4:8 title: ${quotes} "AI: the future"`],
  ["an apostrophe in apostrophes", post({ title: "'Cali's hub'" }), `4:14 title: ${quotes} "Cali's hub"`],
  ["words after a quotation", post({ title: '"AI" and us' }), `4:13 title: ${quotes} "\\"AI\\" and us"`],
  ["an open quotation", post({ title: '"AI' }), `4:11 title: ${quotes} "AI"`],
  ["a reserved sign", post({ title: "@home" }), `4:8 title: ${quotes} "@home"`],
  ["a word in brackets", post({ title: "[Guide] How to hire" }), `4:16 title: ${quotes} "[Guide] How to hire"`],
  [
    "a list with a mark that ends the line",
    post({ tags: "[#hiring]" }),
    "9:8 tags: cannot be read as YAML; write tags: [hiring]",
  ],
  [
    "a list whose quotes are not closed",
    post({ tags: '["a", "b]' }),
    "9:16 tags: cannot be read as YAML; write tags: [a, b]",
  ],
  [
    "a list on the line of its key",
    post({ tags: "- hiring" }),
    "9:7 tags: cannot be read as YAML; write tags: [hiring]",
  ],
  [
    "a list of one name of several words",
    post({ tags: "- remote hiring" }),
    "9:7 tags: cannot be read as YAML; write tags: [remote hiring]",
  ],
  [
    "a word that begins with a dash",
    post({ title: "- dash" }),
    '4:8 title: cannot be read as YAML; remove the -, or put the title in quotes: title: "- dash"',
  ],
  [
    "a sentence that begins with a dash",
    post({ title: "- why teams" }),
    `4:8 title: cannot be read as YAML; remove the -, or put the title in quotes: title: "- why teams"`,
  ],
  [
    "a key that is indented",
    post().replace("\ncategory", "\n category"),
    "8:1 category: a space begins this line; begin each key at the start of its line",
  ],
  [
    "the first key indented",
    post().replace("metaTitle", " metaTitle"),
    "2:1 metaTitle: a space begins this line; begin each key at the start of its line",
  ],
  [
    "a key that is indented below a list",
    post({ tags: "[hiring]" }).replace(/\ncategory.*(\n.*)/, "$1\n category: support"),
    "9:1 category: a space begins this line; begin each key at the start of its line",
  ],
  [
    "one below a list of several lines",
    post({ tags: "\n  - hiring" }).replace(/\n(category.*)([\s\S]*hiring)/, "$2\n $1"),
    "10:1 category: a space begins this line; begin each key at the start of its line",
  ],
  [
    "lists on the line of their key and below it",
    post({ tags: "- hiring - nearshoring\n- trade" }),
    "9:7 tags: cannot be read as YAML; write tags: [hiring, nearshoring, trade]",
  ],
  [
    "a text that is a note for YAML",
    post({ title: "#1 in Medellín" }),
    '4:8 title: YAML drops what follows a # here; remove the #, or put the words in quotes: "#1 in Medellín"',
  ],
  [
    "a tag that is a note for YAML",
    post({ tags: "\n  - #hiring" }),
    '10:5 tags: YAML drops what follows a # here; remove the #, or put the words in quotes: "#hiring"',
  ],
  [
    "all of it in a fence",
    `\`\`\`markdown\n${post()}\`\`\`\n`,
    "1:1 front matter: is missing; remove the line ``` here and at the end, so that --- is the first line",
  ],
  [
    "a url that the site has for a picture",
    post({ url: "opengraph-image" }),
    "1:1 url: the site has something of its own at /en/blog/opengraph-image; give this one another name",
  ],
  ...["category", "tag", "author", "page"].map((url): [string, string, string] => [
    `the folder of lists ${url} as the url`,
    post({ url }),
    `1:1 url: the site has something of its own at /en/blog/${url}; give this one another name`,
  ]),
  ["an open list", post({ tags: "[a, b" }), "9:12 tags: the list is not closed; put ] at its end"],
  ["a comment after a value", post({ title: "The #1 hub" }), `4:8 title: ${drops} "The #1 hub"`],
  ["curly quotes and a colon", post({ title: "“AI: the future”" }), `4:8 title: ${quotes} "AI: the future"`],
  [
    "a year that was not meant",
    post({ date: "1025-04-02" }),
    '6:7 date: cannot read "1025-04-02" as a date; write it like April 02, 2025, 2 de abril de 2025 or 2025-04-02',
  ],
  [
    "an author whom nobody knows",
    post({ author: "Luz" }),
    '9:9 author: unknown author "Luz"; known: ana; a new one needs a file in content/authors',
  ],
  ["stars", post({ title: "*New*" }), `4:8 title: ${drops} "*New*"`],
  ["an ampersand", post({ title: "&Co news" }), `4:8 title: ${drops} "&Co news"`],
  ["an exclamation mark", post({ title: "!New posts" }), `4:8 title: ${drops} "!New posts"`],
  [
    "no space after the colon",
    post().replace("title: Support teams, one", "title:Support teams, one"),
    '4:1 title: is not of the form "key: value"; mind the space after the colon',
  ],
  [
    "a key behind a space without a width",
    post().replace("\ncategory", "\n\u200bcategory"),
    "8:1 category: a space begins this line; begin each key at the start of its line",
  ],
  [
    "a line without a key",
    post({ read: "5min\nand a half" }),
    '6:1 front matter: is not of the form "key: value"; mind the space after the colon',
  ],
  [
    "a key without its colon",
    post().replace("date:", "date -"),
    '6:1 front matter: is not of the form "key: value"; mind the space after the colon',
  ],
  ["an empty url", post({ url: "" }), "7:6 url: is empty; write a text, or remove the line if the key is optional"],
  ["a key twice", post({ url: "a\ntitle: Another" }), "8:1 title: is there twice; keep one of the two"],
  [
    "a misspelt key",
    post().replace("meta_description", "meta_descripton"),
    "3:1 meta_descripton: unknown key, did you mean meta_description?",
  ],
  [
    "an unknown key",
    post({ colour: "red" }),
    "9:1 colour: unknown key; remove it, or use one of: time, until, " +
      "imglink, imgalt, imgfocus, imgcaption, imgcredit, author, updated, draft, tags, hubs, services",
  ],
  ["a missing key", post({ date: undefined }), '1:1 date: is missing; add a line "date: …"'],
  [
    "an empty value",
    post({ title: '""' }),
    "4:8 title: is empty; write a text, or remove the line if the key is optional",
  ],
  ["a text in the wrong key", post({ title: "x".repeat(201) }), "4:8 title: is longer than 200 characters; shorten it"],
  [
    "a list for a name",
    post({ category: "[support, innovation]" }),
    "8:11 category: takes one category; write its name alone, without [ ]",
  ],
  ["a word in apostrophes", post({ title: "'Teams' in Cali" }), `4:16 title: ${quotes} "'Teams' in Cali"`],
  ["a list for a text", post({ title: "[a, b]" }), "4:8 title: must be one text; if it is, put it in quotes"],
  ["a text for a list", post({ tags: "Hiring, @home" }), '9:7 tags: must be a list: [Hiring, "@home"]'],
  ["nothing for a list", post({ tags: "" }), "9:7 tags: must be a list: [one, two]; remove the line if there is none"],
  ...["~", "null", "None"].map((none): [string, string, string] => [
    `${none} for a list`,
    post({ tags: none }),
    "9:7 tags: must be a list: [one, two]; remove the line if there is none",
  ]),
  [
    "an empty tag",
    post({ tags: '[hiring, ""]' }),
    "9:16 tags.1: is empty; write a text, or remove the line if the key is optional",
  ],
  [
    "an unknown tag",
    post({ tags: "[nearshore]" }),
    '9:8 tags.0: unknown tag "nearshore"; did you mean nearshoring? known: hiring, nearshoring; ' +
      "a new one needs a line in content/tags.yaml",
  ],
  [
    "a date that is none",
    post({ date: "February 31, 2025" }),
    "6:7 date: there is no February 31, 2025 in the calendar; write it like April 02, 2025, 2 de abril de 2025 or 2025-04-02",
  ],
  [
    "a reading time that is none",
    post({ read: "a while" }),
    '5:7 read: cannot read "a while" as a reading time; write it like 5-10min or 7 min, or remove the line',
  ],
  [
    "an accent in the url",
    post({ url: "bogotá" }),
    "7:6 url: may only have letters without accents, digits, - _ and .",
  ],
  [
    "the address of a text",
    post({ url: "a.md" }),
    "7:6 url: may not end in .md, where each article stands as Markdown",
  ],
  ...[".html", ".HTML", ".html.br", ".html.gz", ".rsc", ".meta", ".segments"].map(
    (ending): [string, string, string] => [
      `the ending ${ending} in its url`,
      post({ url: `harbor${ending}` }),
      `7:6 url: may not end in ${ending.slice(ending.lastIndexOf("."))}, as the files that the build makes of another url; leave the ending out`,
    ],
  ),
  ["a path for a url", post({ url: "../x" }), "7:6 url: may only have letters without accents, digits, - _ and ."],
  ["dots for a url", post({ url: ".." }), "7:6 url: may only have letters without accents, digits, - _ and ."],
  [
    "an unknown category",
    post({ category: "sports" }),
    '8:11 category: unknown category "sports"; did you mean support? known: innovation, support; a new one needs a line in content/categories.yaml',
  ],
  [
    "an unknown service",
    post({ services: "[help-desk, cooking]" }),
    '9:23 services.1: unknown service "cooking"; known: help-desk',
  ],
  [
    "an unknown hub",
    post({ hubs: "[medelin]" }),
    '9:8 hubs.0: unknown hub "medelin"; did you mean medellin? known: medellin',
  ],
  [
    "an empty credit",
    post({ imgcredit: "" }),
    "9:12 imgcredit: is empty; write a text, or remove the line if the key is optional",
  ],
  [
    "a path for a picture",
    post({ imglink: "pictures/a.jpg" }),
    "9:10 imglink: must be the file name alone; pictures are in content/images",
  ],
  [
    "a draft that may be",
    post({ draft: "perhaps" }),
    '9:8 draft: "perhaps" is neither true nor false; write one of them',
  ],
  [
    "front matter that is a text",
    "---\njust a text\n---\n",
    '2:1 front matter: must be lines of the form "key: value"',
  ],
  ["front matter that is a list", "---\n- a\n- b\n---\n", '2:1 front matter: must be lines of the form "key: value"'],
  [
    "no front matter",
    "# Support teams\n",
    "1:1 front matter: is missing; the first line must be ---, then the keys, then ---",
  ],
  ["front matter left open", "---\ntitle: a\n", "1:1 front matter: is not closed; put a line --- after the last key"],
  ["nothing", "\n", "1:1 front matter: the file is empty; start it with ---, the keys and --- again"],
  [
    "text that is not UTF-8",
    Buffer.from(post(), "latin1"),
    "2:37 file: is not UTF-8 text from here on; save it with the encoding UTF-8",
  ],
])("a post with %s is refused at its place", (_name, text, expected) => {
  const root = temporaryContent({
    "en/blog/a.md": text,
    "en/services/help-desk.md": service(),
    "es/services/help-desk.md": service(),
    "en/hubs/medellin.md": hub(),
    "es/hubs/medellin.md": hub(),
  });
  expect(checkContent(root).errors.map(problemLine)).toEqual([`content/en/blog/a.md:${expected}`]);
});

test.each([
  ["en/blog/note.txt", "file name: rename it to .md"],
  ["en/blog/Post.MD", "file name: rename it to .md"],
  ["en/blog/old/a.md", "file name: folders are not read here; move its files one folder up"],
  ["en/pages/Sobre nosotros.md", "file name: is the address; use small letters without accents, digits and -"],
  ["en/services/harbor.html.md", "file name: is the address; use small letters without accents, digits and -"],
  ["en/services/Help_Desk.md", "file name: is the address; use small letters without accents, digits and -"],
])("%s is refused for its name", (file, message) => {
  const root = temporaryContent({ [file]: file.includes("services") ? service() : page() });
  const shown = file.replace("/a.md", "");
  expect(checkContent(root).errors.map(problemLine)).toEqual([`content/${shown}:1:1 ${message}`]);
});

test.each([
  ["en/blog/note.docx", "file name: save its text as a file that ends in .md, or remove it"],
  [
    "blog/a.md",
    "file name: is not read here; what is read in content is en, es, authors, files, images, broken.ts, categories",
  ],
  ["fr/blog/a.md", "file name: is not read here; what is read in content is en, es"],
  ["en/a.md", "file name: is not read here; what is read in content/en is blog, services"],
  ["es/posts/a.md", "file name: is not read here; what is read in content/es is blog, services"],
  ["authors/luz.md", "file name: is not read here; rename it to .yaml, and remove its lines ---"],
  ["authors/luz.yml", "file name: is not read here; rename it to .yaml"],
  ["authors/Luz Marina.yaml", "file name: is the address; use small letters without accents, digits and -"],
  ["en/pages/contact.md", "file name: the site has something of its own at /en/contact; give this one another name"],
  // Beside the page there would be nothing of it: its share image is taken for what is in the folder.
  ["en/pages/at.md", "file name: the site has something of its own at /en/at; give this one another name"],
  ["es/pages/preview.md", "file name: the site has something of its own at /es/preview; give this one another name"],
  ["files/old/a.pdf", "file name: folders are not read here; move its files one folder up"],
  ["files/page.html", "file name: is not offered to readers; save it as .pdf, .docx, .xlsx, .pptx, .csv, .zip"],
  ["files/Guía de Cali (1).PDF", "file name: is a part of its address; rename it to guia-de-cali-1.pdf"],
  ["images/plan.pdf", "picture: save it as JPEG, PNG, WebP or AVIF"],
  ["images/2026/a.png", "picture: folders are not read here; move its pictures one folder up"],
  ["images/photo.jpg", "picture: is no picture inside, whatever its name says; export it again as JPEG or PNG"],
])("%s would never be shown, and is refused", (file, message) => {
  const problems = checkContent(temporaryContent({ [file]: file.endsWith(".md") ? page() : "name: Luz\n" })).errors;
  const place = file.replace(/^(blog|fr|es\/posts|images\/2026|files\/old)\/.*/, "$1");
  expect(problems.map(problemLine)).toEqual([expect.stringContaining(`content/${place}:1:1 ${message}`)]);
});

test("pictures of every kind that the site shows are let through", () => {
  const avif = Buffer.from("\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf", "latin1");
  const root = temporaryContent({
    "images/a.jpg": Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    "images/b.PNG": Buffer.from([0x89, 0x50, 0x4e, 0x47]),
    "images/c.webp": "RIFF1234WEBPVP8 ",
    "images/d.avif": avif,
  });
  expect(checkContent(root).errors).toEqual([]);
});

test("two authors of one name are a warning", () => {
  const root = temporaryContent({ "authors/other.yaml": "name: Ana María" });
  expect(checkContent(root).warnings.map(problemLine)).toEqual([
    "content/authors/other.yaml:1:7 name: warning: content/authors/ana.yaml has the same name; readers cannot tell the two apart",
  ]);
});

test.each([
  [
    "date",
    "April 2, 2205",
    "is more than a year ahead, and readers see nothing of this until then; correct it, or write draft: true",
  ],
  [
    "date",
    dayAfter(367),
    "is more than a year ahead, and readers see nothing of this until then; correct it, or write draft: true",
  ],
  ["updated", "2025-04-01", "is before date; correct one of the two"],
  ["updated", "2999-01-01", "is still to come; readers would see it today"],
  ["title", "x".repeat(111), "has 111 characters; a headline of more than 110 fills the screen of a phone"],
  ["title", "A **bold** title", "readers would see ** as typed; this is no Markdown, so remove it"],
  ["title", "A <em>title</em>", "readers would see <em> as typed; this is no Markdown, so remove it"],
  [
    "metaTitle",
    "Teams &amp; offices in Medellín",
    "readers would see &amp; as typed; this is no Markdown, so remove it",
  ],
  ["title", "“A new office”", "stands in curly quotes, which readers would see; use straight ones, or none"],
  ["imglink", "photo.jpg", "content/images has no photo.jpg; did you mean Photo.JPG?"],
])("%s: %s is a warning", (key, value, message) => {
  const root = temporaryContent({
    "en/blog/a.md": post({ [key]: value }),
    "es/blog/a.md": post(),
    "images/Photo.JPG": Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  });
  expect(checkContent(root).warnings).toMatchObject([{ field: key, message }]);
});

test.each(["photo.jpg", "Foto", "IMG_2031"])("imgalt: %s tells nothing of its picture and is a warning", (imgalt) => {
  const root = temporaryContent({
    "en/blog/a.md": post({ imglink: "a.jpg", imgalt }),
    "es/blog/a.md": post(),
    "images/a.jpg": Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  });
  expect(checkContent(root).warnings.map(problemLine)).toEqual([
    "content/en/blog/a.md:10:9 imgalt: warning: tells nothing of the picture; say what it shows, for who cannot see it",
  ]);
});

test("a text that begins with the title of its page is a warning", () => {
  const root = temporaryContent({
    "en/blog/a.md": post({}, "\n# Support teams, one hour away\n\nText.\n"),
    "es/blog/a.md": post({}, "\n# De otro modo\n\nTexto.\n"),
  });
  expect(checkContent(root).warnings.map(problemLine)).toEqual([
    "content/en/blog/a.md:11:1 body: warning: repeats the title, which the page shows above it; remove this line",
  ]);
});

test("files whose name begins with a dot are left alone", () => {
  expect(checkContent(temporaryContent({ "en/blog/.DS_Store": "" })).errors).toEqual([]);
});

test("two files of one name are refused, as only one could be the translation", () => {
  const root = temporaryContent({ "en/blog/a.md": post({ url: "a" }), "en/blog/a.mdx": post({ url: "b" }) });
  expect(checkContent(root).errors.map(problemLine)).toEqual([
    "content/en/blog/a.mdx:1:1 file name: the same name as content/en/blog/a.md; keep one of the two files",
  ]);
});

test("a url is unique in its language, whatever the capitals and the other mistakes of the file", () => {
  const root = temporaryContent({
    "en/blog/a.md": post({ url: "Talent" }),
    "en/blog/b.md": post({ url: "talent", read: "long" }),
    "es/blog/a.md": post({ url: "Talent" }),
  });
  expect(checkContent(root).errors.map(problemLine)).toEqual([
    expect.stringContaining("content/en/blog/b.md:5:7 read:"),
    "content/en/blog/b.md:7:6 url: content/en/blog/a.md has the same url; change one of the two",
  ]);
});

test("the other keys are still checked when one cannot be read", () => {
  const root = temporaryContent({
    "en/blog/a.md": post({ metaTitle: "*New*", title: "AI: the future", read: "5: 10", category: "sport" }),
  });
  expect(checkContent(root).errors.map(({ line, field }) => `${line} ${field}`)).toEqual([
    "2 metaTitle",
    "4 title",
    "5 read",
    "8 category",
  ]);
});

test("a key behind a space is named, and the mistakes above it and below it too", () => {
  const text = post({ title: "AI: the future", url: "a: b" }).replace("\ndate", "\n date");
  const { errors } = checkContent(temporaryContent({ "en/blog/a.md": text }));
  expect(errors.map(({ line, field }) => `${line} ${field}`)).toEqual(["4 title", "6 date", "7 url"]);
});

test.each([
  ["nearshoring: {", "nearshoring {", "file: cannot be read as YAML"],
  ["Nearshoring }", "Nearshoring", "nearshoring: cannot be read as YAML; close each quote and each {, and put words"],
  ["en: Nearshoring", 'en: "Nearshoring', "nearshoring: cannot be read as YAML; close each quote and each {, and put"],
  [
    "nearshoring: {",
    " nearshoring: {",
    "nearshoring: a space begins this line; begin each key at the start of its line",
  ],
])("what is wrong in tags.yaml is told there, and not in each article: %s as %s", (right, wrong, message) => {
  const tags = "hiring: { en: Hiring, es: Contratación }\nnearshoring: { en: Nearshoring, es: Nearshoring }\n";
  const root = temporaryContent({
    "en/blog/a.md": post({ tags: "[nearshoring]" }),
    "tags.yaml": tags.replace(right, wrong),
  });
  expect(checkContent(root).errors.map(problemLine)).toEqual([
    expect.stringMatching(new RegExp(`^content/tags.yaml:2:\\d+ ${message}`)),
  ]);
});

test("a colon within { and } is said to want quotes around the words alone, whatever line comes after it", () => {
  for (const after of ["", "\n# A comment\nfounded: 2015\n"]) {
    const group = "nda: { en: We sign: always., es: Firmamos: siempre. }";
    const root = temporaryContent({ "site.yaml": `name: DreamCode\n${group}${after}` });
    expect(checkContent(root).errors.map(problemLine)).toEqual([
      expect.stringMatching(
        /^content\/site\.yaml:2:\d+ nda: cannot be read as YAML; .*put words with : or # in quotes$/,
      ),
    ]);
  }
});

test("what is wrong with an author is told there, and not in each article", () => {
  const root = temporaryContent({ "en/blog/a.md": post({ author: "ana" }), "authors/ana.yaml": "nmae: Ana\n" });
  expect(checkContent(root).errors.map(problemLine)).toEqual([
    "content/authors/ana.yaml:1:1 nmae: unknown key, did you mean name?",
  ]);
});

test("ten broken files give ten messages, in the order of their names", () => {
  const broken = {
    "en/blog/0.md": post({ url: "0", title: "AI: the future" }),
    "en/blog/1.md": post({ url: "1", date: "soon" }),
    "en/blog/2.md": post({ url: "2", category: "sport" }),
    "en/blog/3.md": "no front matter",
    "en/blog/4.md": post({ url: "4" }).replace("metaTitle", "metatitel"),
    "en/blog/5.mdx": post({ url: "5" }, "\n{1 + 1}\n"),
    "en/blog/6.md": post({ url: "6" }, "\n[x](javascript:alert)\n"),
    "en/services/7.md": service({ order: "first" }),
    "en/pages/8.md": page({ title: undefined }),
    "en/pages/9.txt": "",
  };
  const { errors } = checkContent(temporaryContent(broken));
  expect(errors.map(({ file }) => file)).toEqual(
    Object.keys(broken)
      .map((file) => `content/${file}`)
      .toSorted(),
  );
});

test("mistakes in a text are reported with the line of the file", () => {
  const root = temporaryContent({ "en/blog/a.md": post({}, "\nFirst.\n\nThen [a link](vbscript:x).\n") });
  expect(checkContent(root).errors.map(problemLine)).toEqual([
    "content/en/blog/a.md:13:6 body: this kind of link is not allowed; use https, mailto, tel or an address of this site",
  ]);
});

test.each(["imgalt", "imgcaption", "imgcredit"])("%s without a picture is a warning", (key) => {
  const root = temporaryContent({ "en/blog/a.md": post({ [key]: "Ana Ruiz" }), "es/blog/a.md": post() });
  expect(checkContent(root).warnings.map(problemLine)).toEqual([
    `content/en/blog/a.md:9:${key.length + 3} ${key}: warning: is shown with a picture only; add a line "imglink: …", or remove this one`,
  ]);
});

test.each([
  ["metaTitle", "x".repeat(61), "2:12", "has 61 characters; search engines cut a title after about 60"],
  ["meta_description", "x".repeat(69), "3:19", "has 69 characters; write 70 to 160, which is what search engines show"],
  [
    "meta_description",
    "x".repeat(161),
    "3:19",
    "has 161 characters; write 70 to 160, which is what search engines show",
  ],
])("%s of a length that search engines do not show is a warning", (key, value, place, message) => {
  const root = temporaryContent({ "en/blog/a.md": post({ [key]: value }), "es/blog/a.md": post() });
  expect(checkContent(root).warnings.map(problemLine)).toEqual([
    `content/en/blog/a.md:${place} ${key}: warning: ${message}`,
  ]);
});

test.each([
  ["title", "x".repeat(110)],
  ["metaTitle", "x".repeat(60)],
  ["metaTitle", "x"],
  ["meta_description", "x".repeat(70)],
  ["meta_description", "x".repeat(160)],
  ["updated", colombianDate(new Date())],
  ["date", dayAfter(364)],
])("%s: %s is as long, or as late, as it may be", (key, value) => {
  const root = temporaryContent({ "en/blog/a.md": post({ [key]: value }), "es/blog/a.md": post() });
  expect(checkContent(root)).toMatchObject({ errors: [], warnings: [] });
});

test("a title and a description that another file has are warnings", () => {
  const root = temporaryContent({
    "en/blog/a.md": post(),
    "en/blog/b.md": post({ url: "b" }),
    "es/blog/a.md": post(),
    "es/blog/b.md": post({ url: "b", metaTitle: "Otro título", meta_description: `Otra vez. ${sentence}` }),
  });
  expect(checkContent(root).warnings.map(problemLine)).toEqual([
    "content/en/blog/b.md:2:12 metaTitle: warning: content/en/blog/a.md has the same; search engines show one of the two",
    "content/en/blog/b.md:3:19 meta_description: warning: content/en/blog/a.md has the same; search engines show one of the two",
  ]);
});

test("a page that every page leads to is missing in one language: an error, as the build would have it", () => {
  const root = temporaryContent({});
  rmSync(path.join(root, "es/pages/privacy.md"));
  const { errors } = checkContent(root);
  expect(errors.map(problemLine)).toEqual([
    "content/es/pages/privacy.md:1:1 file: is missing, and pages in es lead to it; write it",
  ]);
});

test("a missing picture and a missing translation are warnings", () => {
  const root = temporaryContent({
    "en/blog/a.md": post({ imglink: "gone.jpg" }),
    "es/pages/offices.md": page(),
  });
  const { errors, warnings, counts } = checkContent(root);

  expect(errors).toEqual([]);
  expect(Object.fromEntries(counts)).toEqual({
    ...{ blog: 1, services: 0, industries: 0, hubs: 0, projects: 0, openings: 0, pages: 7 },
  });
  expect(warnings.map(problemLine)).toEqual([
    "content/en/blog/a.md:1:1 translation: warning: has no pair in es; a translation has the same file name",
    "content/en/blog/a.md:9:10 imglink: warning: content/images has no gone.jpg; put the picture there",
    "content/es/pages/offices.md:1:1 translation: warning: has no pair in en; a translation has the same file name",
  ]);
});

test("a picture in a text that has no address is said to have none", () => {
  const root = temporaryContent({ "en/blog/a.md": post({}, "\nWords and ![](), and ![x](< >).\n") });
  const said = checkContent(root).warnings.map(({ message }) => message);
  const one = "the picture has no address; write the name of its file in content/images";
  expect(said.filter((message) => message.includes("no address"))).toEqual([one, one]);
});

test.each([
  [
    "categories.yaml",
    "Tech Hubs: { en: Hubs, es: Polos }",
    "1:1 Tech Hubs: may only have small letters without accents, digits and -",
  ],
  [
    "tags.yaml",
    "Big Data: { en: Data, es: Datos }",
    "1:1 Big Data: may only have small letters without accents, digits and -",
  ],
  [
    "tags.yaml",
    "a:\n  en: Work\n  es: Trabajo\nb:\n  en: Jobs\n  es: trabajo",
    "6:7 b.es: is the name of a as well; give one of the two another",
  ],
  ["categories.yaml", "canada:\n  en: Canada", '2:3 canada.es: is missing; add a line "es: …"'],
  ["categories.yaml", "canada:\n  en: Canada\n  es: Canadá\n  fr: Canada", "4:3 canada.fr: unknown key; remove it"],
  [
    "clients.yaml",
    "retail:\n  name: { en: Retail, es: Comercio }\n  clients: Target",
    "3:12 retail.clients: must be a list: [Target]",
  ],
  ["clients.yaml", "retail:\n  name: { en: Retail }", '2:9 retail.name.es: is missing; add a line "es: …"'],
  [
    "tags.yaml",
    "hiring: Hiring",
    "1:9 hiring: write it in each language, on lines of its own below it: en: … and es: …, each further to the right",
  ],
  ["site.yaml", "nam: DreamCode", "1:1 nam: unknown key, did you mean name?"],
  ["site.yaml", "name: DreamCode\nemail: sales", "2:8 email: write an address like sales@company.com"],
  [
    "site.yaml",
    "name: DreamCode\noffices:\n  - city: Bogotá\n    timeZone: Bogota",
    "4:15 offices.0.timeZone: write a time zone like America/Bogota",
  ],
  [
    "site.yaml",
    "name: DreamCode\noffices:\n  - city: Bogotá\n    timeZone: America/Bogota\n    address: Calle 93 # 11-27",
    '5:14 address: YAML would drop a part of this; put the address in quotes: address: "Calle 93 # 11-27"',
  ],
  [
    "site.yaml",
    "name: DreamCode\noffices:\n  - city: Bogotá\n    timeZone: America/Bogota\n    nam: Centro",
    "5:5 offices.0.nam: unknown key; remove it",
  ],
  [
    "site.yaml",
    "name: DreamCode\noffices:\n  - city: Bogotá\n    timeZone: America/Bogota\n    country: Colombia",
    "5:14 offices.0.country: is no country; write its two letters, like CO or CA",
  ],
  [
    "site.yaml",
    "name: DreamCode\noffices:\n  - city: Bogotá\n    timeZone: America/Bogota\n    telephone: 601 000 0000",
    "5:16 offices.0.telephone: write the number with + and the code of the country, like +57 601 000 0000",
  ],
  [
    "site.yaml",
    "name: DreamCode\noffices:\n  - city: Bogotá\n    timeZone: America/Bogota\n    hours:\n      en: Monday to Friday",
    '6:7 offices.0.hours.es: is missing; add a line "es: …"',
  ],
  [
    "site.yaml",
    "name: DreamCode\nsocial:\n  - { name: Us, url: 'javascript:alert(1)' }",
    "3:22 social.0.url: write an address like https://…",
  ],
])("a mistake in %s has its place too (%#)", (file, text, expected) => {
  expect(checkContent(temporaryContent({ [file]: text })).errors.map(problemLine)).toEqual([
    `content/${file}:${expected}`,
  ]);
});

const sentence = "What a company can expect from a team in Colombia, with hours, roles and first steps.";

function dayAfter(days: number): string {
  return colombianDate(new Date(Date.now() + days * 86_400_000));
}

function page(changes: Record<string, string | undefined> = {}) {
  return frontMatter({ title: "About us", metaTitle: "About us", meta_description: sentence, ...changes });
}

function service(changes: Record<string, string | undefined> = {}) {
  return frontMatter({
    title: "Help desk",
    metaTitle: "Help desk teams",
    meta_description: "Teams for your help desk.",
    summary: "People who answer.",
    order: "1",
    ask: "Ask about a help desk",
    audience: "Companies with users.",
    outcome: "Answers.",
    start: "You write to us.",
    ...changes,
  });
}

function hub() {
  return frontMatter({
    title: "Medellín",
    country: "Colombia",
    timeZone: "America/Bogota",
    metaTitle: "Medellín",
    meta_description: "Who works in Medellín.",
    summary: "A district of science.",
    order: "1",
  });
}

function frontMatter(keys: Record<string, string | undefined>) {
  const lines = Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : `${key}: ${value}`));
  return `---\n${lines.join("\n")}\n---\n\nText.\n`;
}
