import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Gives the exit code. */
export async function print(output: Iterable<string> | AsyncIterable<string>): Promise<number> {
  try {
    await pipeline(Readable.from(output), process.stdout, { end: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOSPC") return printError("This cannot be printed whole: the disk that it goes to is full.");
    // The reader of a pipe has seen enough: `| head`.
    if (code !== "EPIPE") throw error;
  }
  return 0;
}

/** Gives 1, the exit code. */
export function printError(sentence: string): number {
  console.error(sentence);
  return 1;
}
