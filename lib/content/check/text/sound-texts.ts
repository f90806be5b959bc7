import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SoundTexts } from "./check-texts.ts";

/** None of a release of a former version. */
export function readSoundTexts(release: string): SoundTexts {
  return existsSync(fileIn(release)) ? JSON.parse(readFileSync(fileIn(release), "utf8")) : {};
}

export function writeSoundTexts(release: string, texts: SoundTexts) {
  writeFileSync(fileIn(release), JSON.stringify(texts));
}

function fileIn(release: string) {
  return join(release, "sound-texts.json");
}
