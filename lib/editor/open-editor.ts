import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Locale } from "#lib/i18n/locales.ts";
import { absent } from "#lib/if-there.ts";
import { bundleEditor } from "./bundle-editor.ts";
import { editorConfig } from "./editor-config.ts";
import type { Repository } from "./repository.ts";

export type Editor = {
  /** What its page is told, as JSON. */
  config(locale: Locale): string;
  /** A file that it is made of, and the same for browsers that take brotli, where that is smaller. */
  part(name: string): Promise<EditorPart | undefined>;
  /** What its page may ask beside this site. */
  origins: readonly string[];
};

type EditorPart = { bytes: Buffer; br: Buffer | undefined };

/** `folder` holds what the build made of it; without one, in development, it is made at the first request. */
export function openEditor(settings: { repository: Repository | undefined; siteUrl: string; folder?: string }): Editor {
  const { folder, repository } = settings;
  let bundled: ReturnType<typeof bundleEditor> | undefined;
  // Anybody may ask, and each time would cost as much as a page that is made.
  const configs = new Map<Locale, string>();
  const parts = new Map<string, Promise<EditorPart | undefined>>();

  return {
    origins: repository?.origins ?? [],
    config(locale) {
      const config = configs.get(locale) ?? JSON.stringify(editorConfig(locale, settings));
      // In development the content changes.
      if (folder) configs.set(locale, config);
      return config;
    },
    async part(name) {
      // Names of files that the build gave, and no path out of the folder.
      if (!/^(assets\/)?[\w-]+(\.[\w-]+)*\.(js|wasm|woff2|png)$/.test(name)) return undefined;
      const part = parts.get(name) ?? load(name);
      if (await part) parts.set(name, part);
      return part;
    },
  };

  async function load(name: string): Promise<EditorPart | undefined> {
    const bytes = await bytesOf(name);
    return bytes && { bytes, br: name.endsWith(".js") ? await brotli(bytes) : undefined };
  }

  async function bytesOf(name: string) {
    if (folder) return readFile(join(folder, name)).catch(absent);
    bundled ??= bundleEditor();
    return (await bundled).get(name);
  }
}

function brotli(bytes: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
}
