import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { editorAddress } from "./editor-address.ts";

/** A text in the package that does harm, and what is to stand in its place. */
type Mend = { name: string; from: string; to: string };

// At the space behind the first letter of a paragraph it asks each block of several lines whether that is its shortcut. What answers
// anything but false has taken the letter, and it was gone: "A good day" became "good day".
const firstLetter: Mend = { name: "first-letter", from: "replace:()=>void 0", to: "replace:()=>!1" };

/**
 * The editor as browsers get it, by file name: its script in parts, fonts, and what reads pictures. Fails where what is to be mended
 * is not in the package exactly once.
 */
export async function bundleEditor(mend = firstLetter): Promise<Map<string, Buffer>> {
  // Not needed by the running site.
  const { build } = await import("rolldown");
  const files = await assets();
  let mended = 0;
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
      {
        name: mend.name,
        transform: (code, id) => {
          if (!id.includes("@sveltia/cms")) return null;
          const parts = code.split(mend.from);
          mended += parts.length - 1;
          return parts.join(mend.to);
        },
      },
    ],
    output: { format: "esm", minify: true, entryFileNames: "start-editor.js" },
    write: false,
  });
  if (mended !== 1)
    throw new Error(
      `The package of the editor has ${mended} times instead of once: ${mend.from} — see "${mend.name}" in bundle-editor.ts`,
    );
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
