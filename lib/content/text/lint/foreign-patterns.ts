import { toFillIn } from "./to-fill-in.ts";

/** As HTML writes a character: &nbsp; or &#160;. */
export const characterReference = String.raw`&(?:[a-z]{2,8}\d{0,2}|#\d{2,5}|#x[\da-f]{2,5});`;

/** The kind of what a template left to be filled in. */
export const filled = "[Name]";

/** What other programs than this one read, by kinds: a text is told of one of each. */
export const foreignPatterns: [kind: string, pattern: RegExp][] = [
  // Hugo, Jekyll, Liquid, Handlebars.
  ["{{", /\{\{.*?(?:\}\}|$)/gs],
  ["{%", /(?<!\{)\{%.*?(?:%\}|$)/gs],
  // A comment of MDX, which .md files show.
  ["{/*", /\{\/\*.*?(?:\*\/\}|$)/gs],
  // Attributes of Pandoc, kramdown and Hugo: {#id}, {.class}, {: .note}, {target="_blank"}.
  [
    "{#",
    /(?<!\{)\{:?\s*(?:#[^\s{}]+|\.[\p{L}_][\p{L}\p{N}_-]*|[a-z-]+=["'“”‘’][^{}"'“”‘’]*["'“”‘’]|(?:width|height|align|class|id)=[\w%.-]+|toc\b)[^{}\n]*\}/giu,
  ],
  // A link that is not whole: [words] (address), (words)[address]. So is a picture: ![words] (picture.jpg).
  [
    "](",
    /!?\[[^[\]\n]+\][ \t]+\((?:https?:|mailto:|\/|#)[^()\s]*\)|!\[[^[\]\n]*\][ \t]+\([^()\n]+\.[a-z\d]{3,4}(?:[ \t]+"[^"\n]*")?\)|\([^()\n]+\)\[(?:https?:|mailto:|\/)[^[\]\s]*\]/gi,
  ],
  // Obsidian's comments and marks, formulas, and what programs that write texts leave of their sources.
  ["%%", /%%[^%]+%%|^%%.*$/gm],
  ["==", /(?<![=\w])==[^=\n]+==(?![=\w])/g],
  ["^^", /(?<=[\p{L}\p{N}.)])\^[\p{L}\p{N}.,+-]{1,12}\^/gu],
  ["$$", /\$\$[^$]{1,400}\$\$/g],
  [":emoji:", /(?<![\p{L}\p{N}:]):(?:[a-z][a-z\d_-]+|[+-]1):(?![\p{L}\p{N}:])/gu],
  ["+---+", /^\+(?:[-=]{3,}\+)+[ \t]*$/gm],
  [
    "【",
    /【[^】\n]*】|:contentReference\[[^\]\n]*\](?:\{[^}\n]*\})?|\ue200?(?:file)?(?:cite|navlist)?\ue202?(?:turn\d+[a-z]{4,}\d+[\ue200-\ue202]?)+|[\ue200-\ue202]/g,
  ],
  // A character as HTML writes it, written twice: &amp;nbsp;.
  ["&", new RegExp(characterReference, "gi")],
  // A table of contents, and the links of wikis and Obsidian.
  ["[[", /!?\[\[[^[\]\n]+\](?:\[[^[\]\n]+\])?\]/g],
  ["[https:", /(?<!\])\[https?:[^\s[\]]*[^\s[\],;:.][ \t]+(?:(?!:\/\/)[^[\]\n])+\](?![([:])/gi],
  ["[TOC]", /(?<!\[)\[_*toc_*\]/gi],
  // GitHub's and Obsidian's callouts, Docusaurus' and Pandoc's fences, those of MkDocs.
  ["[!", /^\[!\w+\][-+]?/gm],
  [":::", /^:{3,}[ \t]*[\w{[].*$/gm],
  ["!!!", /^(?:!{3}|\?{3}\+?)[ \t]+\w+.*$/gm],
  // What chat programs leave of their sources, and Word of its references.
  [
    "[cite",
    /\[cite(?:_start|:[^\]\n]*)\]|\[(?:citation|source|web|post|attached_file):[ \t]*\d[^\]\n]*\]|\(?oai_citation:[^)\s\]]*\)?/g,
  ],
  // Tags of Grok, Word and others that are no HTML to Markdown: <grok:render …>, <o:p>.
  ["<:", /<\/?[a-z][\w-]*:[a-z][\w-]*(?:\s[^<>\n]*)?\/?>/gi],
  [
    "Error!",
    /Error! (?:Reference source|Bookmark|No bookmark|Hyperlink)[^.\n]*\.|¡Error! (?:No se encuentra|Marcador)[^.\n]*\./g,
  ],
  // Places and properties of Obsidian and Logseq, wikis, AsciiDoc, LaTeX, and letters as programs escape them.
  ["^", /(?<=\s)\^[a-z\d-]{4,}$/gim],
  ["::", /^[a-z][\w-]*:: .*$/gm],
  ["'''", /'''[^'\n]+'''/g],
  ["= ", /^={2,6}[ \t]+\S.*$/gm],
  [
    "\\",
    /\\(?:(?:sub)*section|text(?:bf|it|tt)|emph|begin|end|cite|ref|label|href|footnote)\*?\{[^}\n]*\}?|\\item\b|(?<![\w:])\\(?:(?:new|clear)page|pagebreak|newline|noindent|hline|hfill|maketitle|tableofcontents|(?:small|med|big)skip)\b|\\u[\da-f]{4}/gi,
  ],
  // What somebody said beside the text in Google Docs, as its exports leave it below the text.
  ["[a]", /^\[[a-z]{1,2}\](?=[\p{Lu}¿¡"“])/gmu],
  // Jira and Confluence: h2. Title, {code}, [words|https://…].
  ["h2.", /^h[1-6]\.[ \t]+\S.*$/gm],
  ["{code}", /(?<!\{)\{(?:code|noformat|quote|panel|color|info|note|tip|warning|expand)(?::[^{}\n]*)?\}(?!\})/gi],
  ["[|", /\[[^[\]|\n]+\|(?:https?:|mailto:|\/)[^[\]\s]*\]/gi],
  // Lists of definitions, and abbreviations, of PHP Markdown Extra and Pandoc.
  [": ", /(?<=\n):[ \t]+\S.*$/gm],
  ["*[", /^\*\[[^\]\n]+\]:.*$/gm],
  ...toFillIn.map((pattern): [string, RegExp] => [filled, pattern]),
  // WordPress and forums: [caption id="x"], [/caption], [gallery ids=1,2], [url=https://…].
  [
    "[caption]",
    /\[[a-z][\w-]*\s[^[\]]*?[\w-]+=["'“”‘’″][^[\]]*\]|\[(?:url|img|email|size|colou?r|font|quote|align)=[^[\]\n]+\]|\[\/[a-z][\w-]*\]/gi,
  ],
  [
    "[caption]",
    /\[(?:caption|gallery|embed|audio|video|playlist)\s+[\w-]+=[^"'“”‘’″[\]]*\]|\[(?:gallery|embed|(?:vc|et_pb|fusion|av|ux|mk)_[a-z_]+)\]/gi,
  ],
];
