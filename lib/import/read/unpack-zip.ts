import { createWriteStream, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { ImportError } from "./import-error.ts";

const mostBytes = 1_000_000_000;
const mostFiles = 20_000;

/** What may still come of an archive. */
type Budget = { bytes: number; files: number };

/** Unpacks an archive, and those that lie in it, as Notion packs them: bounded in bytes and files, and nothing beside the folder. */
export async function unpackZip(file: string, folder: string) {
  const budget = { bytes: mostBytes, files: mostFiles };
  await unpack(file, folder, budget);
  for (const inner of readdirSync(folder).filter((name) => /\.zip$/i.test(name)))
    await unpack(path.join(folder, inner), folder, budget);
}

async function unpack(file: string, folder: string, budget: Budget) {
  await eachEntry(file, budget, async (entry, read) => {
    if (entry.fileName.endsWith("/")) return;
    const target = path.join(folder, entry.fileName);
    try {
      mkdirSync(path.dirname(target), { recursive: true });
      await read(createWriteStream(target, { flags: "wx" }));
    } catch (error) {
      if (!isName(error)) throw error;
    }
  });
}

/** Of two entries of one name the second is left, and what cannot be called so on this system. */
function isName(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return ["EEXIST", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "EINVAL"].includes(code);
}

type Read = (into: NodeJS.WritableStream) => Promise<void>;

/** Goes through an archive. What is read counts by the bytes that come, whatever the archive says of itself. */
export async function eachEntry(
  file: string,
  budget: Budget,
  take: (entry: Entry, read: Read) => Promise<void>,
): Promise<void> {
  const zip = await openZip(file);
  const most = budget.bytes;
  try {
    for await (const entry of zip.eachEntry()) {
      budget.files -= 1;
      if (budget.files < 0) throw new ImportError(`${path.basename(file)} has more than ${mostFiles} files in it`);
      await take(entry, async (into) => {
        if (entry.isEncrypted()) throw new ImportError(`${path.basename(file)} has a password; save it without one`);
        const counted = new Transform({
          transform(chunk: Buffer, _encoding, done) {
            budget.bytes -= chunk.length;
            done(budget.bytes < 0 ? tooMuch(file, most) : null, chunk);
          },
        });
        await pipeline(await zip.openReadStreamPromise(entry), counted, into);
      });
    }
  } catch (error) {
    throw asImportError(error, file);
  } finally {
    zip.close();
  }
}

function tooMuch(file: string, most: number): ImportError {
  return new ImportError(
    `${path.basename(file)} unfolds to more than ${Math.floor(most / 1_000_000)} MB; nothing of it was read`,
  );
}

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, {
      lazyEntries: true,
      validateEntrySizes: true,
      strictFileNames: false,
      autoClose: false,
    });
  } catch (error) {
    throw asImportError(error, file);
  }
}

/** What yauzl finds wrong with an archive it says with a plain Error, names that lead out of the folder among it. */
function asImportError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof ImportError || "syscall" in error) return error;
  const leadsOut = /relative path|absolute path|invalid characters/.test(error.message);
  const reason = leadsOut ? "has names in it that lead out of its folder" : "is no whole archive";
  return new ImportError(`${path.basename(file)} ${reason} (${error.message}); nothing of it was read`);
}
