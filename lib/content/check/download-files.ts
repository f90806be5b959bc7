import { statSync } from "node:fs";
import path from "node:path";
import { errorOfFile, type Problem } from "#lib/content/source/content-error.ts";
import { bytesOf, entriesOf, fileIn } from "#lib/content/source/content-folder.ts";
import { refuseDownload } from "#lib/content/source/downloads.ts";

const mostMegabytes = 20;

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
    const megabytes = Math.round(statSync(onDisk).size / 1_000_000);
    if (megabytes <= mostMegabytes) return [];
    const message = `has ${megabytes} MB, which every reader waits for; export it smaller`;
    return [{ ...errorOfFile(file, "file", message), severity: "warning" }];
  });
}
