import path from "node:path";
import { Writable } from "node:stream";
import mammoth from "mammoth";
import { isElsewhere } from "#lib/content/source/content-folder.ts";
import { ImportError } from "./import-error.ts";
import { readBounded, refuseLarge } from "./read-bounded.ts";
import type { FoundPicture, Head, Note, Source } from "./source.ts";
import { eachEntry } from "./unpack-zip.ts";

/** A picture takes as much again while it is read, and the texts of a document many times what they have. */
const mostBytes = 300_000_000;
const mostOfText = 50_000_000;
const mostFiles = 10_000;

/** A document of Word, or of Google Docs as it was downloaded: .docx. */
export async function wordSource(file: string): Promise<Source> {
  const dated = await examine(file);
  const pictures = new Map<string, FoundPicture>();
  const { value, messages } = await readWord(file, pictures);
  const titled = /^<h1 class="title">([\s\S]*?)<\/h1>/.exec(value) ?? /^<h1>([\s\S]*?)<\/h1>/.exec(value);
  const title = words(titled?.[1] ?? "");
  const head: Head = {
    source: path.basename(file),
    name: title || path.parse(file).name,
    keys: { title: title || path.parse(file).name, date: dated },
    addresses: [],
  };
  return {
    heads: [head],
    notes: [],
    async *posts() {
      yield {
        head,
        html: title ? value.slice(titled?.[0].length) : value,
        notes: messages.flatMap(noteOf),
        picture: (address) => pictures.get(address) ?? { why: "is a link to a file that is not in the document" },
        own: (href) => (isElsewhere(href) ? undefined : href),
      };
    },
  };
}

/** Unpacks all of it once, to nowhere: what comes is counted, and none of its texts declares entities. Gives the day on which it was made. */
async function examine(file: string): Promise<string | undefined> {
  refuseLarge(file);
  const budget = { bytes: mostBytes, files: mostFiles };
  let made: string | undefined;
  let isWord = false;
  await eachEntry(file, budget, async ({ fileName }, read) => {
    const isText = /\.(xml|rels)$/i.test(fileName);
    const parts: Buffer[] = [];
    let bytes = 0;
    await read(
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          bytes += chunk.length;
          if (isText && bytes <= mostOfText) parts.push(chunk);
          done(
            isText && bytes > mostOfText
              ? new ImportError(
                  `${path.basename(file)} has a text of more than ${mostOfText / 1_000_000} MB in it; it was not read`,
                )
              : null,
          );
        },
      }),
    );
    if (!isText) return;
    const xml = Buffer.concat(parts).toString();
    if (/<!(DOCTYPE|ENTITY)/i.test(xml))
      throw new ImportError(
        `${path.basename(file)} declares entities of its own, which no program for texts does; it was not read`,
      );
    if (fileName === "docProps/core.xml") made = /<dcterms:modified[^>]*>(\d{4}-\d{2}-\d{2})/.exec(xml)?.[1];
    isWord ||= /^word\/\w+\.xml$/.test(fileName);
  });
  if (!isWord) throw new ImportError(`${path.basename(file)} is no document of Word; save it as .docx`);
  return made;
}

async function readWord(file: string, pictures: Map<string, FoundPicture>) {
  const buffer = readBounded(file);
  try {
    return await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: [
          "p[style-name='Title'] => h1.title:fresh",
          "p[style-name='Subtitle'] => p:fresh",
          "p[style-name='Quote'] => blockquote > p:fresh",
          "p[style-name='Intense Quote'] => blockquote > p:fresh",
          "p[style-name='caption'] => p:fresh",
        ],
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async (image) => {
          const address = `word:${pictures.size + 1}`;
          const bytes = await image.readAsBuffer();
          const ending = image.contentType.replace(/^image\/(x-)?/, "").slice(0, 10);
          pictures.set(address, {
            name: `${path.parse(file).name}-${pictures.size + 1}.${ending}`,
            bytes: () => bytes,
          });
          return { src: address };
        }),
      },
    );
  } catch (error) {
    throw new ImportError(
      `${path.basename(file)} cannot be read (${error instanceof Error ? error.message : String(error)}); open it in Word and save it again`,
    );
  }
}

/** What it says of styles is about looks, which are the site's. */
function noteOf({ message }: { message: string }): Note[] {
  const part = /unrecognised element was ignored: (?:[\w-]+:|\{[^}]*\})?(\w+)/i.exec(message)?.[1];
  if (part && /^(oMath|oMathPara)$/.test(part))
    return [{ what: "a formula", why: "is not read from Word; save it as a picture, or write it in words" }];
  if (part && /^(chart|graphicFrame|object|OLEObject|shape|pict|relIds)$/i.test(part))
    return [{ what: `a drawing (${part})`, why: "is not read from Word; save it as a picture" }];
  return /image|external/i.test(message) ? [{ what: "a picture", why: `is not in the document (${message})` }] : [];
}

function words(html: string): string {
  return html
    .replaceAll(/<[^<>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .trim();
}
