import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { editorAddress } from "./editor-address.ts";

/** The editor as browsers get it, by file name: its script in parts, fonts, and what reads pictures. */
export async function bundleEditor(): Promise<Map<string, Buffer>> {
  // Not needed by the running site.
  const { build } = await import("rolldown");
  const files = await assets();
  const { output } = await build({
    input: join(import.meta.dirname, "browser/start-editor.ts"),
    platform: "browser",
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
    // Two hundred languages in which code could be coloured, and the texts here hold none.
    plugins: [
      {
        name: "no-code-colours",
        resolveId: (source) => (/^@shikijs\/(langs|themes)/.test(source) ? "\0no-code-colours" : null),
        load: (id) => (id === "\0no-code-colours" ? "export default []" : null),
      },
      // Its style sheet has the fonts from a server of others, although they are in the package.
      {
        name: "own-fonts",
        transform: (code, id) =>
          id.includes("@sveltia/cms")
            ? withOwnFonts(
                code,
                files.map(([name]) => name),
              )
            : null,
      },
    ],
    output: { format: "esm", minify: true, entryFileNames: "start-editor.js" },
    write: false,
  });
  const parts = output.map((part): [string, Buffer] => [
    part.fileName,
    Buffer.from(part.type === "chunk" ? part.code : part.source),
  ]);
  return new Map([...parts, ...files]);
}

const fontElsewhere = /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)(?::vf)?@[\d.]+\/([\w-]+)\.woff2/g;

function withOwnFonts(code: string, files: string[]): string {
  return code.replaceAll(fontElsewhere, (address, font, subset) => {
    const file = files.find((name) => name.startsWith(`assets/${font}-${subset}-`));
    if (!file) throw new Error(`The package of the editor has no font for ${address}`);
    return `${editorAddress}/${file}`;
  });
}

/** Named by the script as they lie in its package. */
async function assets(): Promise<[string, Buffer][]> {
  const folder = join(dirname(createRequire(import.meta.url).resolve("@sveltia/cms")), "assets");
  const names = (await readdir(folder)).filter((name) => /\.(js|wasm|woff2|png)$/.test(name));
  return Promise.all(
    names.map(async (name): Promise<[string, Buffer]> => [`assets/${name}`, await readFile(join(folder, name))]),
  );
}

/** Writes it for the running site, which serves it where it is asked to. */
export async function emitEditor(folder: string) {
  await rm(folder, { recursive: true, force: true });
  for (const [name, bytes] of await bundleEditor()) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
}
