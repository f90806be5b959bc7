import { statSync } from "node:fs";
import path from "node:path";
import { question } from "#lib/question.ts";
import { contentRoot, entriesOf } from "./content-folder.ts";
import { decoded } from "./decoded.ts";

/** A file of content/files, for readers to keep. `changed`, in milliseconds, tells one that was put in place of another. */
export type Download = { name: string; kind: string; bytes: number; changed: number };

/** What browsers save or show apart from our pages: nothing here can run in them. */
export const downloadKinds: Record<string, { kind: string; type: string; begins?: string }> = {
  ".pdf": { kind: "PDF", type: "application/pdf", begins: "%PDF-" },
  ".docx": {
    kind: "Word",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    begins: "PK",
  },
  ".xlsx": { kind: "Excel", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", begins: "PK" },
  ".pptx": {
    kind: "PowerPoint",
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    begins: "PK",
  },
  ".csv": { kind: "CSV", type: "text/csv; charset=utf-8" },
  ".zip": { kind: "ZIP", type: "application/zip", begins: "PK" },
};

export const listDownloads = question("downloads", (root = contentRoot): Download[] => {
  const folder = path.join(/* turbopackIgnore: true */ root, "files");
  return entriesOf(folder).flatMap(({ name }) => {
    const stats = statSync(path.join(/* turbopackIgnore: true */ folder, name), { throwIfNoEntry: false });
    if (!stats?.isFile() || refuseDownload(name, false)) return [];
    return [{ name, kind: downloadKinds[path.extname(name)]?.kind ?? "", bytes: stats.size, changed: stats.mtimeMs }];
  });
});

/** By its name, or by a path that ends in it, as editors write them. */
export function findDownload(root: string, written: string): Download | undefined {
  return downloadNamed(written, root);
}

const downloadNamed = question("download", (written: string, root = contentRoot): Download | undefined => {
  const name = nameIn(written);
  return listDownloads(root).find((download) => download.name === name);
});

/** What to do where a text names a file that is there, and is not offered. */
export function refusedDownload(root: string, written: string): string | undefined {
  const name = nameIn(written);
  const entry = entriesOf(path.join(/* turbopackIgnore: true */ root, "files")).find((one) => one.name === name);
  if (!entry || entry.isDirectory()) return undefined;
  const plain = plainName(name);
  return downloadKinds[path.extname(plain)]
    ? `rename content/files/${name} to ${plain}, and write that name here`
    : `content/files/${name} ${refuseDownload(name, false)}`;
}

function nameIn(written: string): string {
  return decoded(written).split(/[/\\]/).at(-1) ?? "";
}

/** Why a file of content/files is not offered, by its name alone. */
export function refuseDownload(name: string, isFolder: boolean): string | undefined {
  if (isFolder) return "folders are not read here; move its files one folder up";
  const { ext } = path.parse(name);
  if (!downloadKinds[ext.toLowerCase()])
    return `is not offered to readers; save it as ${Object.keys(downloadKinds).join(", ")}`;
  const plain = plainName(name);
  return plain === name ? undefined : `is a part of its address; rename it to ${plain}`;
}

/** As addresses have it in every program: small letters without accents. */
function plainName(name: string): string {
  const { name: stem, ext } = path.parse(name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase());
  return `${stem.match(/[a-z0-9]+/g)?.join("-") ?? "file"}${ext}`;
}
