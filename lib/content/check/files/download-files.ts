import { statSync } from "node:fs";
import path from "node:path";
import { errorOfFile, type Problem } from "#lib/content/source/content-error.ts";
import { bytesOf, entriesOf, fileIn } from "#lib/content/source/content-folder.ts";
import { downloadKinds, refuseDownload } from "#lib/content/source/downloads.ts";

const mostMegabytes = 20;

const notOfItsKind =
  "is not what its name says: a page of an error or a sign-in was saved in its place, or only a pointer of Git LFS is here; get the file itself anew and open it before you put it here";

/** The files of content/files that readers would not get, and those that are very large. */
export function downloadFiles(root: string): Problem[] {
  return entriesOf(path.join(root, "files")).flatMap((entry): Problem[] => {
    const file = fileIn(root, "files", entry.name);
    const onDisk = path.join(root, "files", entry.name);
    const refusal = refuseDownload(entry.name, entry.isDirectory());
    if (refusal) return [errorOfFile(file, "file name", refusal)];
    const bytes = bytesOf(onDisk);
    if (typeof bytes === "string") return [errorOfFile(file, "file", bytes)];
    if (bytes.length === 0) return [errorOfFile(file, "file", "is empty; save it again, or remove it")];
    if (!isOfItsKind(entry.name, bytes)) return [errorOfFile(file, "file", notOfItsKind)];
    const megabytes = Math.round(statSync(onDisk).size / 1_000_000);
    if (megabytes <= mostMegabytes) return [];
    const message = `has ${megabytes} MB, which every reader waits for; export it smaller`;
    return [{ ...errorOfFile(file, "file", message), severity: "warning" }];
  });
}

/** What Office writes around a file with a password. */
const locked = "\xd0\xcf\x11\xe0";

/** A PDF may have a few bytes before its beginning, which readers' programs look for in the first 1,024. */
function isOfItsKind(name: string, bytes: Buffer): boolean {
  const start = bytes.subarray(0, 1024).toString("latin1");
  const { begins } = downloadKinds[path.extname(name)] ?? {};
  if (begins === "%PDF-") return start.includes(begins);
  return begins
    ? start.startsWith(begins) || (begins === "PK" && start.startsWith(locked))
    : !/^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)|^version https:\/\/git-lfs/i.test(start);
}
