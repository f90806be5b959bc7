import type { Problem } from "./content-error.ts";
import { findImage, missingImage } from "./content-folder.ts";

type NamedImage = { image?: string; problem?: Pick<Problem, "severity" | "message"> };

/** The picture that a key names, or what is wrong with the name. One that is not there may still come. */
export function namedImage(root: string, written: string): NamedImage {
  const image = findImage(root, written);
  if (image) return { image };
  if (/[/\\]/.test(written))
    return {
      problem: { severity: "error", message: "must be the file name alone; pictures are in content/images" },
    };
  return { problem: { severity: "warning", message: missingImage(root, written) } };
}
