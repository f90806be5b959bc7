import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { htmlSource } from "./html.ts";
import { ImportError } from "./import-error.ts";
import { markdownFile, markdownFolder } from "./markdown-folder.ts";
import { pictureFolder } from "./picture-folder.ts";
import { refuseLarge } from "./read-bounded.ts";
import type { Source } from "./source.ts";
import { unpackZip } from "./unpack-zip.ts";
import { wordSource } from "./word.ts";
import { wordpressSource } from "./wordpress.ts";

/** What a file or folder holds, by its name. `pictures` is a folder with what WordPress has in its uploads. */
export async function openSource(file: string, pictures?: string): Promise<Source> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new ImportError(`There is no ${file}`);
  if (found.isDirectory()) return markdownFolder(file);
  refuseLarge(file);
  const uploads = pictures === undefined ? undefined : folderOf(pictures);
  switch (path.extname(file).toLowerCase()) {
    case ".xml":
      return await wordpressSource(file, uploads);
    case ".docx":
      return await wordSource(file);
    case ".html":
    case ".htm":
      return htmlSource(file);
    case ".md":
    case ".mdx":
    case ".markdown":
      return markdownFile(file);
    case ".zip":
      return await zipSource(file);
    default:
      throw new ImportError(
        `${path.basename(file)} is none of what is read: an export of WordPress (.xml), a folder or .zip of Markdown or pages, .docx, .html, .md`,
      );
  }
}

function folderOf(pictures: string) {
  if (!statSync(pictures, { throwIfNoEntry: false })?.isDirectory())
    throw new ImportError(`There is no folder ${pictures}`);
  return pictureFolder(pictures);
}

async function zipSource(file: string): Promise<Source> {
  const folder = mkdtempSync(path.join(tmpdir(), "import-"));
  try {
    await unpackZip(file, folder);
    return markdownFolder(folder, true);
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
}
