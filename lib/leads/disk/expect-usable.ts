import { accessSync, constants, statSync } from "node:fs";
import { fileTrouble } from "./file-trouble.ts";
import { keptIn } from "./kept-in.ts";
import { StoreError } from "./store-error.ts";

const { R_OK, W_OK, X_OK } = constants;
const dataDirHelp = "DATA_DIR says where inquiries are kept, and the user that runs the site has to own it.";

/** A StoreError when this process cannot use DATA_DIR, or something of it, as when the site was first started by another user. */
export function expectUsable(dataDir: string) {
  const { files, spool } = keptIn(dataDir);
  for (const folder of [dataDir, spool]) expectUse(folder, "folder");
  for (const file of files) expectUse(file, "file");
}

function expectUse(path: string, kind: "file" | "folder") {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return;
    if (found.isDirectory() !== (kind === "folder"))
      throw new StoreError(`${path} is no ${kind}, and one belongs there. ${dataDirHelp}`);
    accessSync(path, kind === "folder" ? R_OK | W_OK | X_OK : R_OK | W_OK);
  } catch (cause) {
    const reason = fileTrouble(cause);
    throw reason ? new StoreError(`${path} cannot be used: ${reason}. ${dataDirHelp}`) : cause;
  }
}
